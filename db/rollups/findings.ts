import type { DataSource, EntityManager } from 'typeorm';
import { type Diagnose, diagnoseDepartment } from '../diagnosis';
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

interface Findings {
  /** Through which instant. */
  asOf?: Date;
  how?: Diagnose;
}

/** One process at a time; any number that nothing else uses. */
const LOCK = 7_203_122;
export const FINDINGS_EVERY_MS = 3_600_000;

/**
 * Makes the findings anew that are stale, or of a quarter that ran until an hour before they were made (what happens in it leaves
 * no marks, and may be committed a little later), and that are older than `everyMs`:
 * a finding reads all events of its cases, and says nothing new within the hour.
 * @returns how many; none while another process is at it
 */
export const refreshFindings = (
  db: DataSource,
  { asOf = new Date(), everyMs = FINDINGS_EVERY_MS, how }: Findings & { everyMs?: number } = {},
): Promise<number> =>
  locked(db, 'pg_try_advisory_lock($1)', async () =>
    computeAll(db, await dueFindings(db, asOf, everyMs), { asOf, how }),
  );

/** Makes all findings anew, after whoever is at it. */
export const recomputeFindings = (
  db: DataSource,
  { asOf = new Date(), how }: Findings,
  onDone: (done: number, of: number) => void,
): Promise<number> =>
  locked(db, 'pg_advisory_lock($1) IS NOT NULL', async () => {
    await db.query('UPDATE rollup_finding SET as_of = NULL, stale = true');
    return computeAll(db, await dueFindings(db, asOf, 0), { asOf, how }, onDone);
  });

async function locked(db: DataSource, lock: string, work: () => Promise<number>): Promise<number> {
  // The lock belongs to a connection: it lasts over many transactions, and ends with the process.
  const runner = db.createQueryRunner();
  try {
    const [{ mine }] = await runner.query(`SELECT ${lock} AS mine`, [LOCK]);
    if (!mine) return 0;
    try {
      return await work();
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    await runner.release();
  }
}

async function computeAll(
  db: DataSource,
  due: Due[],
  findings: Findings,
  onDone: (done: number, of: number) => void = () => {},
): Promise<number> {
  for (const [index, one] of due.entries()) {
    await computeFinding(db, one, findings);
    onDone(index + 1, due.length);
  }
  return due.length;
}

const dueFindings = (db: DataSource, asOf: Date, everyMs: number): Promise<Due[]> =>
  db.query(
    `SELECT f.quarter::text, f.department_id AS "departmentId", bounds.* FROM rollup_finding f
     CROSS JOIN (SELECT timezone FROM municipality LIMIT 1) m CROSS JOIN LATERAL (
       SELECT f.quarter::timestamp AT TIME ZONE m.timezone AS "from",
         (f.quarter + interval '3 months')::timestamp AT TIME ZONE m.timezone AS "to") bounds
     WHERE f.as_of IS NULL OR (f.stale OR f.as_of < bounds."to" + interval '1 hour')
       AND f.as_of <= $1::timestamptz - $2 * interval '1 millisecond'
     ORDER BY f.quarter DESC, f.department_id`,
    [asOf, everyMs],
  );

/** In a transaction of its own, in which nobody marks it stale meanwhile. */
const computeFinding = (
  db: DataSource,
  { quarter, departmentId, ...period }: Due,
  { asOf = new Date(), how }: Findings,
): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.query(
      'UPDATE rollup_finding SET stale = false, as_of = $3 WHERE quarter = $1::date AND department_id = $2',
      [quarter, departmentId, asOf],
    );
    const { verdict, findings } = await diagnoseDepartment(tx, departmentId, period, asOf, how);
    const said = findings.map(({ cause, holds, confidence }) => ({ cause, holds, confidence }));
    await tx.query(
      `UPDATE rollup_finding SET verdict = $3, findings = $4 WHERE quarter = $1::date AND department_id = $2`,
      [quarter, departmentId, JSON.stringify(verdict), JSON.stringify(said)],
    );
  });
