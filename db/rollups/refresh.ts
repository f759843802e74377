import type { DataSource, EntityManager } from 'typeorm';
import { computeCells, type Share } from './cells';
import { computeDays } from './days';
import { layOutFindings, staleFindings } from './findings';
import { computeReviews } from './reviews';

/** One process at a time; any number that nothing else uses. */
export const ROLLUPS_LOCK = 7_203_121;

/** How many buckets were computed anew. */
export interface Refreshed {
  days: number;
  cells: number;
}

/** Buckets that a change has touched since the last run, each once. */
type Touched = { bucket: string } & (
  | { what: 'day'; departmentId: null }
  | { what: 'cell' | 'event'; departmentId: string }
);

const LOCAL = (instant: string) => `${instant} AT TIME ZONE m.timezone`;
const DAY = (instant: string) => `(${LOCAL(instant)})::date::text`;
const QUARTER = (instant: string) => `date_trunc('quarter', ${LOCAL(instant)})::date::text`;

/**
 * Takes the marks that committed changes have left (migration `rollups`). A change and its mark are seen together, so
 * that a late commit is taken by the next run and none is lost; what commits in between is at worst computed twice.
 */
const takeMarks = `
WITH gone AS (DELETE FROM rollup_mark RETURNING *), m AS (SELECT timezone FROM municipality LIMIT 1)
SELECT 'day' AS what, ${DAY('at')} AS bucket, NULL::uuid AS "departmentId" FROM gone, m WHERE kind = 'day'
UNION SELECT 'day', ${DAY('c.done_at')}, NULL FROM gone JOIN cases c ON c.id = gone.case_id, m
  WHERE gone.kind = 'rating' AND c.done_at IS NOT NULL
UNION SELECT 'day', ${DAY('c.done_at')}, NULL
  FROM gone JOIN membership b ON b.report_id = gone.report_id JOIN cases c ON c.id = b.case_id, m
  WHERE gone.kind = 'rating' AND c.done_at IS NOT NULL
UNION SELECT 'cell', ${QUARTER('at')}, department_id FROM gone, m WHERE kind = 'cell'
UNION SELECT 'event', ${QUARTER('at')}, coalesce(gone.department_id, c.department_id)
  FROM gone LEFT JOIN cases c ON c.id = gone.case_id, m WHERE gone.kind = 'event'`;

/** Of days and quarters that pass without any change: since the last run what has become late, and today. */
const passed = `
SELECT d::date::text AS day, date_trunc('quarter', d)::date::text AS quarter
FROM (SELECT timezone FROM municipality LIMIT 1) m, generate_series(
  date_trunc('day', coalesce((SELECT min(fresh_until) FROM rollup_state), $1::timestamptz) AT TIME ZONE m.timezone),
  $1::timestamptz AT TIME ZONE m.timezone, interval '1 day') d`;

/**
 * Brings the rollups up to date: whole buckets, computed from the cases as they are, so that they are the same as if
 * all were computed at once. Repeating it is harmless.
 * @param asOf through which instant; what is to come is not in it
 * @param wait until whoever is at it has finished
 * @returns null while another process is at it, or before there is a municipality
 */
export const refreshRollups = (
  db: DataSource,
  { asOf, wait = false }: { asOf?: Date; wait?: boolean } = {},
): Promise<Refreshed | null> =>
  db.transaction(async (tx) => {
    if (wait) await tx.query('SELECT pg_advisory_xact_lock($1)', [ROLLUPS_LOCK]);
    const [{ mine, now }] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS mine, now()', [
      ROLLUPS_LOCK,
    ]);
    const [{ ready }] = await tx.query('SELECT EXISTS (SELECT FROM municipality) AS ready');
    return mine && ready ? refreshBuckets(tx, asOf ?? now) : null;
  });

async function refreshBuckets(tx: EntityManager, asOf: Date): Promise<Refreshed> {
  const touched: Touched[] = await tx.query(takeMarks);
  const gone: { day: string; quarter: string }[] = await tx.query(passed, [asOf]);
  const of = (what: Touched['what']): Share[] =>
    touched.flatMap(({ departmentId, ...one }) =>
      one.what === what && departmentId ? [{ quarter: one.bucket, departmentId }] : [],
    );
  const days = new Set(gone.map(({ day }) => day));
  for (const { what, bucket } of touched) if (what === 'day') days.add(bucket);
  const [cells, events] = [of('cell'), of('event')];
  await computeDays(tx, [...days], asOf);
  await computeCells(tx, cells);
  await layOutFindings(tx, asOf);
  await staleFindings(tx, events);
  const quarters = [...gone, ...events].map(({ quarter }) => quarter).sort();
  await computeReviews(tx, await quartersSince(tx, quarters[0]!, asOf), asOf);
  await tx.query(
    `INSERT INTO rollup_state (rollup, fresh_until) SELECT rollup, $1 FROM unnest(array['day', 'cell', 'review']) rollup
     ON CONFLICT (rollup) DO UPDATE SET fresh_until = excluded.fresh_until`,
    [asOf],
  );
  return { days: days.size, cells: cells.length };
}

export async function quartersSince(tx: EntityManager, first: string, asOf: Date): Promise<string[]> {
  const rows: { quarter: string }[] = await tx.query(
    `SELECT q::date::text AS quarter FROM municipality m,
       generate_series($1::date::timestamp, $2::timestamptz AT TIME ZONE m.timezone, interval '3 months') q`,
    [first, asOf],
  );
  return rows.map(({ quarter }) => quarter);
}
