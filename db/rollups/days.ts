import type { EntityManager } from 'typeorm';
import { COUNTED, DONE_LATE, OVERDUE, RATINGS, RECURRENCE, REOPENED, REPAIRED } from './facts';

/** Since when a case is late: nothing is before it has begun. An index says the same. */
const LATE_SINCE = 'greatest(c.opened_at, c.repair_due_at)';

const within = (what: string) =>
  `day JOIN cases c ON ${what} >= day.begins AND ${what} < day.ends AND ${COUNTED}`;

/** A rated case counts once, its stars divided by how many people rated it (domain/quality/stars.ts). */
const stars = [1, 2, 3, 4, 5].map(
  (star) => `(count(*) FILTER (WHERE a.stars = ${star}))::numeric / count(*)`,
);
const starSums = [1, 2, 3, 4, 5].map((star) => `sum(r.stars[${star}])`);
const filter = (what: string) => `(count(*) FILTER (WHERE ${what}))::int`;

/** Bounds of each day, as far as it has come; then what each day had, each kind of instant by its own index. */
const compute = `
WITH day AS (
  SELECT d AS day, d::timestamp AT TIME ZONE m.timezone AS begins,
    least((d + 1)::timestamp AT TIME ZONE m.timezone, $2::timestamptz) AS ends
  FROM unnest($1::date[]) d, (SELECT timezone FROM municipality LIMIT 1) m
), done AS MATERIALIZED (
  SELECT day, c.id, c.department_id, c.cycle, c.outcome, c.done_at, c.repair_due_at FROM ${within('c.done_at')}
), flows AS (
  SELECT day, c.department_id, count(*)::int AS opened, ${filter(REOPENED)} AS reopened,
    ${filter(RECURRENCE)} AS recurrences, 0 AS done, 0 AS done_late, 0 AS fell_late, 0 AS repaired,
    0 AS repaired_late, 0 AS rated, array[0, 0, 0, 0, 0]::numeric[] AS stars
  FROM ${within('c.opened_at')} GROUP BY 1, 2
  UNION ALL
  SELECT day, c.department_id, 0, 0, 0, count(*)::int, ${filter(DONE_LATE)}, 0, ${filter(REPAIRED)},
    ${filter(`${REPAIRED} AND ${DONE_LATE}`)}, 0, array[0, 0, 0, 0, 0]::numeric[]
  FROM done c GROUP BY 1, 2
  UNION ALL
  SELECT day, c.department_id, 0, 0, 0, 0, 0, count(*)::int, 0, 0, 0, array[0, 0, 0, 0, 0]::numeric[]
  FROM ${within(LATE_SINCE)} AND (${DONE_LATE} OR c.done_at IS NULL AND ${OVERDUE})
  WHERE c.repair_due_at IS NOT NULL GROUP BY 1, 2
  UNION ALL
  SELECT day, c.department_id, 0, 0, 0, 0, 0, 0, 0, 0, count(*)::int, array[${starSums.join(', ')}]
  FROM done c JOIN LATERAL (SELECT array[${stars.join(', ')}] AS stars ${RATINGS} HAVING count(*) > 0) r ON ${REPAIRED}
  GROUP BY 1, 2
)
INSERT INTO rollup_day (day, department_id, opened, reopened, recurrences, done, done_late, fell_late, repaired,
  repaired_late, rated, stars)
SELECT day, department_id, sum(opened), sum(reopened), sum(recurrences), sum(done), sum(done_late), sum(fell_late),
  sum(repaired), sum(repaired_late), sum(rated),
  array[sum(stars[1]), sum(stars[2]), sum(stars[3]), sum(stars[4]), sum(stars[5])]
FROM flows GROUP BY day, department_id`;

/**
 * Computes whole local days anew, as far as they have come by `asOf`: what was opened, done, became late and was rated,
 * by department. Backlogs are sums of these over all days before, so that no day depends on another.
 */
export async function computeDays(tx: EntityManager, days: string[], asOf: Date): Promise<void> {
  await tx.query('DELETE FROM rollup_day WHERE day = ANY($1::date[])', [days]);
  await tx.query(compute, [days, asOf]);
}
