import type { DataSource, EntityManager } from 'typeorm';

export interface FittingContract {
  id: string;
  name: string;
  supplierId: string;
  validTo: string;
  warrantyMonths: number;
  /** If it were repaired today. */
  warrantyUntil: string | null;
}

/** The contracts that cover a case today, the one for the fewest categories first: it was meant for this. */
export const contractsFor = (db: DataSource | EntityManager, caseId: string): Promise<FittingContract[]> =>
  db.query(
    `SELECT k.id, k.name, k.supplier_id AS "supplierId", k.valid_to::text AS "validTo",
       k.warranty_months AS "warrantyMonths",
       CASE WHEN k.warranty_months > 0
         THEN (today.day + make_interval(months => k.warranty_months))::date::text END AS "warrantyUntil"
     FROM cases c
     CROSS JOIN (SELECT (now() AT TIME ZONE timezone)::date AS day FROM municipality LIMIT 1) today
     JOIN contract k ON k.active AND today.day BETWEEN k.valid_from AND k.valid_to
       AND (k.category_ids = '{}' OR c.category_id = ANY (k.category_ids))
       AND (k.area IS NULL OR ST_Intersects(k.area, c.location))
     JOIN supplier s ON s.id = k.supplier_id AND s.active
     WHERE c.id = $1
     ORDER BY k.category_ids = '{}', cardinality(k.category_ids), k.area IS NULL, k.valid_to DESC, k.id`,
    [caseId],
  );
