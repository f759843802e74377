import type { CaseState } from '../case/state';
import type { Clock } from './clock';

/** Material for the tests of clocks. */
export const hour = 3_600_000;
/** Tuesday 24 November 2026, 9:00 in Rome. */
export const start = Date.parse('2026-11-24T09:00:00+01:00');

export const aState = (over: Partial<CaseState> = {}): CaseState => ({
  caseId: 'case',
  kind: 'problem',
  version: 1,
  cycle: 1,
  status: 'verifying',
  outcome: null,
  departmentId: 'roads',
  categoryId: 'pothole',
  danger: 2,
  emergency: 'none',
  safety: 'none',
  forward: 'none',
  assignee: null,
  members: 1,
  forwards: 0,
  alarms: 0,
  ratings: 0,
  pauses: [],
  clocks: [],
  reopen: null,
  merging: null,
  openedAt: start,
  ...over,
});

export const aClock = (over: Partial<Clock> = {}): Clock => ({
  kind: 'repair',
  cycle: 1,
  turn: 1,
  status: 'running',
  startedAt: start,
  stoppedAt: null,
  pauses: [],
  plan: { remindAt: start + 8 * hour, dueAt: start + 10 * hour, escalateAt: start + 12 * hour },
  source: 'policy',
  policy: { departmentId: 'roads', categoryId: 'pothole', urgency: 'ordinary' },
  cap: null,
  fired: [],
  ...over,
});

export const aPause = { id: 'p', reason: 'supplier' as const, from: start, until: null, endsAt: null };
