import type { DataSource } from 'typeorm';
import type { ClaimState } from '../../domain/warranty/claim';
import { Conditions, type PageOf } from './conditions';

export interface ClaimFilter {
  /** Only cases of this department. */
  scope: string | null;
  ids?: string[];
  state?: ClaimState[];
  supplierId?: string[];
  caseId?: string[];
}

export const claimOrders = {
  proposedAt: { ASC: 'w.proposed_at, w.id', DESC: 'w.proposed_at DESC, w.id' },
  warrantyUntil: { ASC: 'w.warranty_until, w.id', DESC: 'w.warranty_until DESC, w.id' },
  id: { ASC: 'w.id', DESC: 'w.id DESC' },
} as const;

/** What the case allows: who repairs is offered what the department has accepted, one offer at a time. */
const SENDABLE = `w.state = 'proposed' AND s.active AND c.status IN ('assigning', 'assigned', 'working')
  AND NOT EXISTS (SELECT FROM handover h WHERE h.case_id = c.id AND h.status = 'offered')`;

/** Claims under a warranty, with the case that is open and the one that was repaired. */
export async function listClaims(db: DataSource, filter: ClaimFilter, page: PageOf) {
  const conditions = new Conditions();
  if (filter.scope) conditions.anyOf('c.department_id', [filter.scope], 'uuid');
  conditions.anyOf('w.id', filter.ids, 'uuid');
  conditions.anyOf('w.state', filter.state);
  conditions.anyOf('w.supplier_id', filter.supplierId, 'uuid');
  conditions.anyOf('w.case_id', filter.caseId, 'uuid');
  const from = `FROM warranty_claim w JOIN cases c ON c.id = w.case_id JOIN cases b ON b.id = w.repaired_case_id
    JOIN supplier s ON s.id = w.supplier_id LEFT JOIN contract k ON k.id = w.contract_id
    LEFT JOIN app_user u ON u.id = w.sent_by LEFT JOIN app_user e ON e.id = w.ended_by
    LEFT JOIN note n ON n.id = w.note_id ${conditions.where}`;
  const [{ total }] = await db.query(`SELECT count(*)::int AS total ${from}`, conditions.values);
  const rows = await db.query(
    `SELECT w.id, w.case_id AS "caseId", c.number AS "caseNumber",
       c.address, c.category_id AS "categoryId", c.department_id AS "departmentId",
       w.repaired_case_id AS "repairedCaseId", b.number AS "repairedCaseNumber",
       w.supplier_id AS "supplierId", s.name AS supplier, k.name AS contract,
       w.repaired_on::text AS "repairedOn", w.warranty_until::text AS "warrantyUntil", w.back_on::text AS "backOn",
       w.warranty_until - w.back_on AS "daysLeft", w.same_category AS "sameCategory", w.state,
       ${SENDABLE} AS sendable, s.active AS "supplierActive", w.proposed_at AS "proposedAt", w.sent_at AS "sentAt", u.name AS "sentByName",
       w.ended_at AS "endedAt", e.name AS "endedByName", w.reason, n.body AS note
     ${from} ORDER BY ${page.orderBy}
     LIMIT ${conditions.value(page.limit)} OFFSET ${conditions.value(page.start)}`,
    conditions.values,
  );
  return { rows, total };
}
