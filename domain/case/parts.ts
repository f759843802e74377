import type { Outcome } from '../vocabulary';
import type { Command } from './commands';
import type { Change } from './decide';
import { type Decision, next } from './next';
import { type CaseState, type Instant, system } from './state';

type Of<Name> = Extract<Command, { name: Name }>;

/** Another department has something to do first, or as well: a case of its own, which this one waits for. */
export const openPart = (
  { parts = [] }: CaseState,
  { partId, departmentId, categoryId }: Of<'open-part'>,
): Change => ({
  to: { parts: [...parts, { caseId: partId, departmentId }] },
  facts: [['part-opened', { partId, departmentId, categoryId }]],
});

/** A part is over, one way or another. */
export function partEnded(
  state: CaseState,
  { caseId, outcome }: { caseId: string; outcome: Outcome },
  now: Instant,
): Decision | null {
  const part = state.parts?.find((one) => one.caseId === caseId);
  if (!part) return null;
  const parts = state.parts!.filter((one) => one.caseId !== caseId);
  const data = { partId: caseId, departmentId: part.departmentId, outcome };
  return next(state, { parts }, [{ name: 'part-ended', actor: system, data }], now);
}
