import type { DataSource } from 'typeorm';
import { DOSSIERS_CHAIN } from '../dossiers';
import { Conditions, type PageOf } from './conditions';

export const dossierOrders = {
  signedAt: { ASC: 'd.signed_at, d.id', DESC: 'd.signed_at DESC, d.id' },
} as const;

/** Dossiers that were signed off; `vouched`: the log names the same hash. */
export async function listDossiers(
  db: DataSource,
  { scope, ids }: { scope: string | null; ids?: string[] },
  page: PageOf,
) {
  const conditions = new Conditions();
  if (scope) conditions.anyOf('d.department_id', [scope], 'uuid');
  conditions.anyOf('d.id', ids, 'uuid');
  const from = `FROM dossier d LEFT JOIN app_user u ON u.id = d.signed_by ${conditions.where}`;
  const [{ total }] = await db.query(`SELECT count(*)::int AS total ${from}`, conditions.values);
  const rows = await db.query(
    `SELECT d.id, d.department_id AS department, d.supplier_ids AS suppliers, d.category_ids AS categories,
       d.period_from::text AS from, d.period_to::text AS to, d.watched_until::text AS until, d.hash, d.counts,
       u.name AS "signedByName", d.signed_at AS "signedAt", EXISTS (SELECT FROM log_entry l
         WHERE l.chain = '${DOSSIERS_CHAIN}' AND l.fact_id = d.id::text AND l.data->>'hash' = d.hash) AS vouched
     ${from} ORDER BY ${page.orderBy}
     LIMIT ${conditions.value(page.limit)} OFFSET ${conditions.value(page.start)}`,
    conditions.values,
  );
  return { rows, total };
}
