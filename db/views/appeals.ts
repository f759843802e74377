import type { DataSource } from 'typeorm';
import type { AppealState } from '../../domain/rewards/points';
import { Conditions, type PageOf } from './conditions';
import { lastQualification } from './judgements';

export interface AppealFilter {
  /** Only cases of this department. */
  scope: string | null;
  ids?: string[];
  state?: AppealState[];
  caseId?: string[];
}

export const appealOrders = {
  createdAt: { ASC: 'a.created_at, a.id', DESC: 'a.created_at DESC, a.id' },
  id: { ASC: 'a.id', DESC: 'a.id DESC' },
} as const;

const columns = `a.id, a.state, a.created_at AS "createdAt", a.answered_at AS "answeredAt", u.name AS "answeredByName",
  w.body AS words, n.body AS answer, r.id AS "reportId", r.number AS "reportNumber", r.danger AS declared,
  c.id AS "caseId", c.number AS "caseNumber", c.category_id AS "categoryId", c.department_id AS "departmentId", c.address,
  q.real, q.danger AS found, q.recorded_at AS "judgedAt", qn.body AS note`;

/** What citizens say against judgements, with the judgement; who they are, and how reliable, is not told. */
export async function listAppeals(db: DataSource, filter: AppealFilter, page: PageOf) {
  const conditions = new Conditions();
  if (filter.scope) conditions.anyOf('c.department_id', [filter.scope], 'uuid');
  conditions.anyOf('a.id', filter.ids, 'uuid');
  conditions.anyOf('a.state', filter.state);
  conditions.anyOf('c.id', filter.caseId, 'uuid');
  const from = `FROM appeal a JOIN report r ON r.id = a.report_id JOIN membership m ON m.report_id = r.id
    JOIN cases c ON c.id = m.case_id JOIN note w ON w.id = a.note_id LEFT JOIN note n ON n.id = a.answer_note_id
    LEFT JOIN app_user u ON u.id = a.answered_by
    LEFT JOIN LATERAL (${lastQualification('c.id')}) q ON true LEFT JOIN note qn ON qn.id = q.note_id
    ${conditions.where}`;
  const [{ total }] = await db.query(`SELECT count(*)::int AS total ${from}`, conditions.values);
  const rows = await db.query(
    `SELECT ${columns} ${from} ORDER BY ${page.orderBy}
     LIMIT ${conditions.value(page.limit)} OFFSET ${conditions.value(page.start)}`,
    conditions.values,
  );
  return { rows, total };
}
