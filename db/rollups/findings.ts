import type { DataSource, EntityManager } from 'typeorm';
import { diagnoseDepartment } from '../diagnosis';
import type { Share } from './cells';

/** Every department has a finding of every quarter since the first case; what is new is computed by and by. */
export async function layOutFindings(tx: EntityManager, asOf: Date): Promise<void> {
  await tx.query(
    `INSERT INTO rollup_finding (quarter, department_id)
     SELECT quarter::date, d.id FROM municipality m, department d, generate_series(
       date_trunc('quarter', (SELECT min(opened_at) FROM cases) AT TIME ZONE m.timezone),
       $1::timestamptz AT TIME ZONE m.timezone, interval '3 months') quarter
     ON CONFLICT DO NOTHING`,
    [asOf],
  );
}

/** What happened in a quarter may speak for another finding in it and in all after it. */
export async function staleFindings(tx: EntityManager, shares: Share[]): Promise<void> {
  await tx.query(
    `UPDATE rollup_finding f SET stale = true FROM unnest($1::date[], $2::uuid[]) AS since (quarter, department_id)
     WHERE f.department_id = since.department_id AND f.quarter >= since.quarter AND NOT f.stale`,
    [shares.map(({ quarter }) => quarter), shares.map(({ departmentId }) => departmentId)],
  );
}

interface Due extends Share {
  from: Date;
  to: Date;
}

/**
 * The findings that are stale, or of a quarter that ran when they were made, and that are older than `everyMs`: a finding
 * reads all events of its cases, and says nothing new within the hour.
 */
export const dueFindings = (db: DataSource, asOf: Date, everyMs: number): Promise<Due[]> =>
  db.query(
    `SELECT f.quarter::text, f.department_id AS "departmentId", bounds.* FROM rollup_finding f
     CROSS JOIN (SELECT timezone FROM municipality LIMIT 1) m CROSS JOIN LATERAL (
       SELECT f.quarter::timestamp AT TIME ZONE m.timezone AS "from",
         (f.quarter + interval '3 months')::timestamp AT TIME ZONE m.timezone AS "to") bounds
     WHERE f.as_of IS NULL OR (f.stale OR f.as_of < bounds."to")
       AND f.as_of <= $1::timestamptz - $2 * interval '1 millisecond'
     ORDER BY f.quarter DESC, f.department_id`,
    [asOf, everyMs],
  );

/** In a transaction of its own, in which nobody marks it stale meanwhile. */
export const computeFinding = (
  db: DataSource,
  { quarter, departmentId, ...period }: Due,
  asOf: Date,
): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.query(
      'UPDATE rollup_finding SET stale = false, as_of = $3 WHERE quarter = $1::date AND department_id = $2',
      [quarter, departmentId, asOf],
    );
    const { verdict, findings } = await diagnoseDepartment(tx, departmentId, period, asOf);
    const said = findings.map(({ cause, holds, confidence }) => ({ cause, holds, confidence }));
    await tx.query(
      `UPDATE rollup_finding SET verdict = $3, findings = $4 WHERE quarter = $1::date AND department_id = $2`,
      [quarter, departmentId, JSON.stringify(verdict), JSON.stringify(said)],
    );
  });
