import type { DataSource } from 'typeorm';
import type { ClockKind, Stage } from '../../domain/vocabulary';
import { Conditions, type PageOf } from './conditions';

export interface EscalationFilter {
  /** Only cases of this department. */
  scope: string | null;
  /** Only stages that concern the person's role. */
  visible: readonly Stage[];
  ids?: string[];
  stage?: Stage[];
  clock?: ClockKind[];
  departmentId?: string[];
  caseId?: string[];
  seen?: boolean;
}

export const escalationOrders = {
  firedAt: { ASC: 'e.fired_at, e.id', DESC: 'e.fired_at DESC, e.id' },
  dueAt: { ASC: 'e.due_at, e.id', DESC: 'e.due_at DESC, e.id' },
  id: { ASC: 'e.id', DESC: 'e.id DESC' },
} as const;

/** Stages that fired, with the case they are about as it is now. */
export async function listEscalations(db: DataSource, filter: EscalationFilter, page: PageOf) {
  const conditions = new Conditions();
  if (filter.scope) conditions.anyOf('c.department_id', [filter.scope], 'uuid');
  conditions.anyOf('e.stage', filter.visible);
  conditions.anyOf('e.id', filter.ids, 'uuid');
  conditions.anyOf('e.stage', filter.stage);
  conditions.anyOf('e.clock', filter.clock);
  conditions.anyOf('e.department_id', filter.departmentId, 'uuid');
  conditions.anyOf('e.case_id', filter.caseId, 'uuid');
  if (filter.seen !== undefined) conditions.add(`e.seen_at IS ${filter.seen ? 'NOT NULL' : 'NULL'}`);
  const from = `FROM escalation e JOIN cases c ON c.id = e.case_id
    LEFT JOIN app_user u ON u.id = e.seen_by LEFT JOIN note n ON n.id = e.note_id ${conditions.where}`;
  const [{ total }] = await db.query(`SELECT count(*)::int AS total ${from}`, conditions.values);
  const rows = await db.query(
    `SELECT e.id, e.case_id AS "caseId", c.number AS "caseNumber", c.kind AS "caseKind",
       c.status AS "caseStatus", c.address, st_y(c.location) AS lat,
       e.department_id AS "departmentId", c.category_id AS "categoryId", e.clock, e.cycle, e.turn, e.stage, e.cause,
       e.due_at AS "dueAt", e.fired_at AS "firedAt", e.seen_by AS "seenBy", u.name AS "seenByName",
       e.seen_at AS "seenAt", n.body AS note
     ${from} ORDER BY ${page.orderBy}
     LIMIT ${conditions.value(page.limit)} OFFSET ${conditions.value(page.start)}`,
    conditions.values,
  );
  return { rows, total };
}
