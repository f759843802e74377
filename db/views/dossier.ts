import { createHash } from 'node:crypto';
import { canonical } from '../../domain/audit/chain';
import { type DossierData, dossierOf, type Repaired, type Selection } from '../../domain/dossier/dossier';
import { DomainError } from '../../domain/errors';
import { countRepairs, listOutcomes, MOST_COMPARED, type Queries } from './repair-outcomes';

/** Two hundred pages of cases; a longer list is nobody's reading. */
export const MOST_CASES = 5000;

export interface HashedDossier {
  data: DossierData;
  /** SHA-256 of the data in their one spelling, in hexadecimal. */
  hash: string;
}

export const hashOf = (data: DossierData): string =>
  createHash('sha256').update(canonical(data), 'utf8').digest('hex');

/** @throws DomainError `invalid-input` for a dossier of more than `MOST_CASES` cases, or compared with more than `MOST_COMPARED` */
export async function requireReadable(db: Queries, selection: Selection): Promise<void> {
  const { from, to } = await instantsOf(db, selection);
  const { departmentId: scope, categoryIds, supplierIds } = selection;
  const { all, ofSuppliers } = await countRepairs(db, { from, to, scope, categoryIds }, supplierIds);
  if (ofSuppliers > MOST_CASES || all > MOST_COMPARED)
    throw new DomainError('invalid-input', { to: 'too-much' });
}

/** Computes a dossier from the tables. @param tx a transaction that sees all of one moment */
export async function readDossier(tx: Queries, selection: Selection): Promise<HashedDossier> {
  const { from, to, until } = await instantsOf(tx, selection);
  const { departmentId: scope, categoryIds } = selection;
  const outcomes = await listOutcomes(tx, { kind: 'supplier', from, to, scope, categoryIds }, until);
  const chosen = new Set(selection.supplierIds);
  const own = outcomes.filter(({ groups }) => groups.some(({ id }) => chosen.size === 0 || chosen.has(id)));
  const repairs = await repairsOf(
    tx,
    own.map(({ repairId }) => repairId),
  );
  const data = dossierOf(selection, outcomes, repairs);
  return { data, hash: hashOf(data) };
}

/** Where the days begin and end; the last day is part of the period, and of the watching. */
async function instantsOf(tx: Queries, { from, to, until }: Selection) {
  const [instants]: { from: Date; to: Date; until: Date }[] = await tx.query(
    `SELECT $1::date::timestamp AT TIME ZONE timezone AS from,
       ($2::date + 1)::timestamp AT TIME ZONE timezone AS to,
       ($3::date + 1)::timestamp AT TIME ZONE timezone AS until FROM municipality LIMIT 1`,
    [from, to, until],
  );
  return instants!;
}

const repairsOf = (tx: Queries, ids: readonly string[]): Promise<Repaired[]> =>
  tx.query(
    `SELECT r.id, c.number, json_build_object('id', s.id, 'it', s.name, 'en', s.name) AS supplier,
       json_build_object('id', g.id, 'it', g.name_it, 'en', g.name_en) AS category,
       (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('id', t.id, 'it', t.name_it, 'en', t.name_en)), '[]')
        FROM repair_material m JOIN material t ON t.id = m.material_id WHERE m.repair_id = r.id) AS materials,
       (c.opened_at AT TIME ZONE z.timezone)::date::text AS "openedOn",
       (r.recorded_at AT TIME ZONE z.timezone)::date::text AS "repairedOn"
     FROM repair r JOIN cases c ON c.id = r.case_id JOIN supplier s ON s.id = r.supplier_id
     JOIN category g ON g.id = c.category_id CROSS JOIN (SELECT timezone FROM municipality LIMIT 1) z
     WHERE r.id = ANY ($1::uuid[])`,
    [ids],
  );
