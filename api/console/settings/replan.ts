import { setTimeout } from 'node:timers/promises';
import { settingsFreshMs } from '../../../activities/policies';
import { signalWithStartCase } from '../../../temporal/starter';
import { policyChangedSignal } from '../../../workflows/case/messages';
import type { Deps } from '../../http/deps';

/** How many cases are told at the same time. */
const atOnce = 20;

/** Departments whose cases plan again; `all`: every department's. */
export type Replanning = string[] | 'all';

export const union = (a: Replanning, b: Replanning): Replanning =>
  a === 'all' || b === 'all' ? 'all' : [...new Set([...a, ...b])];

/**
 * Tells the open cases of the departments to plan their clocks again. It goes on after the answer was
 * given; what cannot be told is logged, and the case asks anew with its next decision.
 */
export function replanCases(deps: Deps, departments: Replanning): void {
  if (departments.length === 0) return;
  // Told earlier, a case would plan with what its worker read just before the change.
  setTimeout(settingsFreshMs + 100)
    .then(() => tellCases(deps, departments))
    .catch((error) => {
      deps.log.error({ error: (error as Error).name }, 'cases not told of changed settings');
    });
}

async function tellCases({ db, temporal, log }: Deps, departments: Replanning): Promise<void> {
  const cases: { id: string }[] = await db.query(
    `SELECT id FROM cases WHERE status NOT IN ('closed','rejected','answered')
       AND ($1::uuid[] IS NULL OR department_id = ANY($1)) ORDER BY due_at`,
    [departments === 'all' ? null : departments],
  );
  let failed = 0;
  for (let first = 0; first < cases.length; first += atOnce) {
    const told = await Promise.allSettled(
      cases
        .slice(first, first + atOnce)
        .map(({ id }) => signalWithStartCase({ client: temporal, db }, id, policyChangedSignal, [])),
    );
    failed += told.filter(({ status }) => status === 'rejected').length;
  }
  if (failed > 0) log.error({ failed, of: cases.length }, 'cases not told of changed settings');
}
