import type { EntityManager } from 'typeorm';
import { COUNTED, openReviews } from './facts';

/** Computes quarters anew: the cases with a review that is open at the quarter's end, or by `asOf` while it runs. */
export async function computeReviews(tx: EntityManager, quarters: string[], asOf: Date): Promise<void> {
  await tx.query('DELETE FROM rollup_review WHERE quarter = ANY($1::date[])', [quarters]);
  await tx.query(
    `INSERT INTO rollup_review (quarter, department_id, open, overdue)
     SELECT q.quarter, c.department_id, count(*), count(*) FILTER (WHERE r.due < q.at)
     FROM (SELECT quarter, least((quarter + interval '3 months')::timestamp AT TIME ZONE m.timezone, $2) AS at
           FROM unnest($1::date[]) quarter, (SELECT timezone FROM municipality LIMIT 1) m) q
     JOIN LATERAL (${openReviews('q.at')}) r ON true JOIN cases c ON c.id = r.case_id AND ${COUNTED}
     GROUP BY 1, 2`,
    [quarters, asOf],
  );
}
