import type { EntityManager } from 'typeorm';
import { terminalStatuses } from '../../../domain/case/state';

/** Departments whose cases plan again; `all`: every department's. */
export type Replanning = string[] | 'all';

export const union = (a: Replanning, b: Replanning): Replanning =>
  a === 'all' || b === 'all' ? 'all' : [...new Set([...a, ...b])];

/**
 * Marks the open cases that have a clock by what these departments set, whoever has them now; the sweep tells
 * each. In the transaction of the change, so that none is forgotten.
 */
export async function markForReplanning(tx: EntityManager, departments: Replanning): Promise<void> {
  if (departments.length === 0) return;
  await tx.query(
    `WITH concerned AS (
       SELECT id FROM cases
       WHERE status <> ALL($1) AND ($2::text[] IS NULL OR department_id::text = ANY($2)
         OR EXISTS (SELECT FROM jsonb_array_elements(snapshot->'clocks') clock
                    WHERE clock->'policy'->>'departmentId' = ANY($2)))
       ORDER BY id FOR UPDATE)
     UPDATE cases SET replan_at = clock_timestamp() FROM concerned WHERE cases.id = concerned.id`,
    [terminalStatuses, departments === 'all' ? null : departments],
  );
}
