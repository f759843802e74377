import type { CommandName } from '../../vocabulary';
import type { CaseDetail, CaseRow } from '../types';
import { isProblem } from '../wording';

/** The usual next step of each state of a problem. */
const usual: Partial<Record<CaseRow['status'], CommandName[]>> = {
  verifying: ['verify'],
  accepting: ['accept'],
  assigning: ['assign'],
  assigned: ['start'],
  working: ['mark-repaired'],
  repaired: ['qualify'],
  rating: ['close'],
};

interface Waiting {
  state?: Pick<NonNullable<CaseDetail['state']>, 'pauses' | 'questions'> | null;
}

/** Does it wait for answers alone? They end the waiting by themselves. */
const onlyAsked = ({ state }: Waiting): boolean => {
  const asked = (state?.questions ?? []).map(({ id }) => id);
  const pauses = state?.pauses ?? [];
  return pauses.length > 0 && pauses.every(({ id }) => asked.includes(id));
};

/**
 * Splits what may be done into buttons and a menu. What cannot wait (a reopening asked for, a place to be
 * made safe) comes before the usual next step; what is no problem is answered, whatever its state.
 */
export function nextSteps(
  row: Pick<CaseRow, 'status' | 'kind' | 'reopenAsked' | 'safety' | 'paused'> & Waiting,
  allowed: readonly CommandName[],
) {
  const wanted: CommandName[] = [
    ...(row.reopenAsked ? (['decide-reopen'] as const) : []),
    ...(row.safety === 'ordered' ? (['made-safe'] as const) : []),
    ...(row.paused && !onlyAsked(row) ? (['resume'] as const) : []),
    ...(isProblem(row) ? (usual[row.status] ?? []) : (['answer'] as const)),
  ];
  const primary = wanted.filter((name) => allowed.includes(name));
  return { primary, others: allowed.filter((name) => !primary.includes(name)) };
}
