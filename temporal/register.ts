import type { DataSource, EntityManager } from 'typeorm';

/** What a register is told of a report: no words and no person. */
export interface Unregistered {
  id: string;
  number: string;
  receivedAt: Date;
}

/**
 * The municipality's official register (protocollo). One that lives elsewhere is reached by another implementation; it
 * has to answer a report that it knows with the number that it gave before.
 */
export interface Register {
  /** A number for each report, in their order, inside the transaction that writes them down. */
  register(tx: EntityManager, reports: Unregistered[]): Promise<string[]>;
}

/**
 * The register that the product keeps itself: at least seven digits, beginning anew each year (art. 53 and 57 DPR
 * 445/2000), without a gap, because number and report are committed together.
 */
export const ownRegister: Register = {
  async register(tx, reports) {
    const [{ year, last }] = await tx.query(
      `INSERT INTO register_year AS y (year, last)
       SELECT extract(year FROM now() AT TIME ZONE timezone)::int, $1::int FROM municipality LIMIT 1
       ON CONFLICT (year) DO UPDATE SET last = y.last + $1::int RETURNING year, last`,
      [reports.length],
    );
    const first = last - reports.length + 1;
    return reports.map((_, index) => `${String(first + index).padStart(7, '0')}/${year}`);
  },
};

const BATCH = 200;
/** One process at a time; any number that nothing else uses. */
const LOCK = 7_203_118;

/** Gives the reports that have none their number in the register, in the order in which they came. @returns how many */
export function registerReports(db: DataSource, register: Register = ownRegister): Promise<number> {
  return db.transaction(async (tx) => {
    const [{ mine }] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
    if (!mine) return 0;
    const reports: Unregistered[] = await tx.query(
      `SELECT id, number, received_at AS "receivedAt" FROM report WHERE registered_at IS NULL
       ORDER BY received_at, id LIMIT ${BATCH}`,
    );
    if (reports.length === 0) return 0;
    const numbers = await register.register(tx, reports);
    await tx.query(
      `UPDATE report r SET register_number = given.number, registered_at = now()
       FROM unnest($1::uuid[], $2::text[]) AS given (id, number) WHERE r.id = given.id`,
      [reports.map(({ id }) => id), numbers],
    );
    return reports.length;
  });
}
