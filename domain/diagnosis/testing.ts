import type { CaseEvent } from './event';

/** Monday the fifth of January 2026 at eight, UTC. */
export const monday = Date.UTC(2026, 0, 5, 8);
export const hour = 3_600_000;
export const day = 24 * hour;

/** An event `hours` after that Monday. */
export const event = (
  name: CaseEvent['name'],
  hours: number,
  change: Partial<CaseEvent> = {},
): CaseEvent => ({
  ...{ at: monday + hours * hour, name, department: 'd', caseId: 'c', unit: '', reason: '', amount: null },
  ...change,
});
