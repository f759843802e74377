import type { EntityManager } from 'typeorm';
import type { PlaceRepair, Return } from '../domain/warranty/claim';
import { CONFIRMED } from './views/confirmed';

/** A problem that is there again since an instant, on its local day. */
export async function returnOf(tx: EntityManager, caseId: string, at: Date): Promise<Return> {
  const [row]: Omit<Return, 'at'>[] = await tx.query(
    `SELECT ($2::timestamptz AT TIME ZONE t.timezone)::date::text AS on, c.category_id AS "categoryId"
     FROM cases c CROSS JOIN (SELECT timezone FROM municipality LIMIT 1) t WHERE c.id = $1`,
    [caseId, at],
  );
  return { at: at.getTime(), ...row! };
}

/**
 * Since when the problem of a case that was opened again is back: since a citizen said so, not since staff decided.
 * Only the newest request can be the one that was granted, as there is one at a time.
 */
export async function backSince(tx: EntityManager, caseId: string, reopened: Date): Promise<Date> {
  const [asked]: { at: Date }[] = await tx.query(
    `SELECT at FROM log_entry WHERE chain = $1 AND name = 'reopen-asked' AND at <= $2 ORDER BY seq DESC LIMIT 1`,
    [`case:${caseId}`, reopened],
  );
  return asked?.at ?? reopened;
}

/**
 * The repairs of the places of cases: of a case, of what it is a recurrence of up to the first, and of all recurrences of
 * those. A repair whose command the case has not confirmed is none, nor one of a problem that was not real.
 */
export async function repairsOfPlaces(tx: EntityManager, caseIds: readonly string[]): Promise<PlaceRepair[]> {
  const rows: (Omit<PlaceRepair, 'at'> & { at: Date })[] = await tx.query(
    `WITH RECURSIVE up AS (
       SELECT id, recurrence_of FROM cases WHERE id = ANY ($1::uuid[])
       UNION SELECT c.id, c.recurrence_of FROM cases c JOIN up ON c.id = up.recurrence_of
     ), place AS (
       SELECT id FROM up UNION SELECT c.id FROM cases c JOIN place p ON c.recurrence_of = p.id
     )
     SELECT r.id, r.case_id AS "caseId", r.recorded_at AS at,
       (r.recorded_at AT TIME ZONE t.timezone)::date::text AS on, c.category_id AS "categoryId",
       r.supplier_id AS "supplierId", r.contract_id AS "contractId", r.warranty_until::text AS "warrantyUntil"
     FROM place p JOIN cases c ON c.id = p.id JOIN repair r ON r.case_id = c.id
     CROSS JOIN (SELECT timezone FROM municipality LIMIT 1) t
     WHERE c.outcome IS DISTINCT FROM 'not-real' AND ${CONFIRMED}`,
    [caseIds],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
}
