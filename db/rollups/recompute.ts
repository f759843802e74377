import type { DataSource, EntityManager } from 'typeorm';
import type { Diagnose } from '../diagnosis';
import { computeCells } from './cells';
import { computeDays } from './days';
import { layOutFindings, recomputeFindings } from './findings';
import { quartersSince, ROLLUPS_LOCK, refreshRollups } from './refresh';
import { computeReviews } from './reviews';

/** Days in one transaction. */
const AT_ONCE = 31;

export interface Progress {
  what: 'day' | 'cell' | 'review' | 'finding';
  done: number;
  of: number;
}

/** The local days that have anything, as far as they have come. */
const allDays = `
SELECT d::date::text AS day FROM (SELECT timezone FROM municipality LIMIT 1) m, generate_series(
  date_trunc('day', (SELECT least(min(opened_at), min(done_at), min(repair_due_at)) FROM cases) AT TIME ZONE m.timezone),
  $1::timestamptz AT TIME ZONE m.timezone, interval '1 day') d`;

interface Recomputation {
  asOf?: Date;
  how?: Diagnose;
  onProgress?: (progress: Progress) => void;
}

/**
 * Computes all rollups from the cases alone, part by part, while the product goes on. Dashboards show what was there until
 * its part is done. Interrupted it leaves what has changed marked, as it was.
 */
export async function recomputeRollups(
  db: DataSource,
  { how, onProgress = () => {}, ...given }: Recomputation = {},
): Promise<void> {
  const asOf = await recomputeBuckets(db, { ...given, onProgress });
  await recomputeFindings(db, { asOf, how }, (done, of) => onProgress({ what: 'finding', done, of }));
}

/** All but the findings. @returns through which instant */
async function recomputeBuckets(
  db: DataSource,
  { asOf: until, onProgress = () => {} }: Omit<Recomputation, 'how'> = {},
): Promise<Date> {
  const one = <T>(work: (tx: EntityManager) => Promise<T>) =>
    db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [ROLLUPS_LOCK]);
      return work(tx);
    });
  const { asOf, days } = await one(async (tx) => {
    const [{ now }] = await tx.query('SELECT now()');
    const rows: { day: string }[] = await tx.query(allDays, [until ?? now]);
    return { asOf: until ?? now, days: rows.map(({ day }) => day) };
  });
  await one((tx) => tx.query('DELETE FROM rollup_day WHERE day <> ALL($1::date[])', [days]));
  for (let done = 0; done < days.length; done += AT_ONCE) {
    await one((tx) => computeDays(tx, days.slice(done, done + AT_ONCE), asOf));
    onProgress({ what: 'day', done: Math.min(days.length, done + AT_ONCE), of: days.length });
  }
  const quarters = days[0] ? await one((tx) => quartersOf(tx, days[0]!, asOf)) : [];
  for (const table of ['rollup_cell', 'rollup_review', 'rollup_finding'])
    await one((tx) => tx.query(`DELETE FROM ${table} WHERE quarter <> ALL($1::date[])`, [quarters]));
  const departments: { id: string }[] = await db.query('SELECT id FROM department');
  for (const [index, quarter] of quarters.entries()) {
    const shares = departments.map(({ id }) => ({ quarter, departmentId: id }));
    await one((tx) => computeCells(tx, shares));
    onProgress({ what: 'cell', done: index + 1, of: quarters.length });
    await one((tx) => computeReviews(tx, [quarter], asOf));
    onProgress({ what: 'review', done: index + 1, of: quarters.length });
  }
  await one((tx) => layOutFindings(tx, asOf));
  // What was marked before and meanwhile, once more or for the first time.
  await refreshRollups(db, { asOf, wait: true });
  return asOf;
}

const quartersOf = async (tx: EntityManager, day: string, asOf: Date): Promise<string[]> => {
  const [{ first }] = await tx.query(`SELECT date_trunc('quarter', $1::date)::date::text AS first`, [day]);
  return quartersSince(tx, first, asOf);
};

/** What the schedule does: once everything, from then on what has changed. Findings have a schedule of their own. */
export async function keepRollups(db: DataSource): Promise<void> {
  const [{ known }] = await db.query('SELECT EXISTS (SELECT FROM rollup_state) AS known');
  await (known ? refreshRollups(db) : recomputeBuckets(db));
}
