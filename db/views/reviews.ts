import type { DataSource } from 'typeorm';
import { RECURRING } from '../../domain/review/recurring';
import type { ReviewCause, ReviewStatus } from '../../domain/review/review';
import type { ClockKind, Locale, Role } from '../../domain/vocabulary';
import { Conditions, type PageOf } from './conditions';

export interface ReviewFilter {
  /** Only reviews of this department's deadlines. */
  scope: string | null;
  ids?: string[];
  status?: ReviewStatus[];
  clock?: ClockKind[];
  cause?: ReviewCause[];
  departmentId?: string[];
  caseId?: string[];
  ownerId?: string[];
}

export const reviewOrders = {
  openedAt: { ASC: 'v.opened_at, v.id', DESC: 'v.opened_at DESC, v.id' },
  followUpAt: { ASC: 'v.follow_up_at NULLS LAST, v.id', DESC: 'v.follow_up_at DESC NULLS LAST, v.id' },
  id: { ASC: 'v.id', DESC: 'v.id DESC' },
} as const;

const columns = `v.id, v.version, v.case_id AS "caseId", c.number AS "caseNumber", c.kind AS "caseKind",
  c.status AS "caseStatus", c.address, v.department_id AS "departmentId", c.category_id AS "categoryId", v.clock,
  v.opened_at AS "openedAt", e.due_at AS "dueAt", e.cause AS "dueCause", v.status, v.causes, n.body AS note,
  v.owner_id AS "ownerId", u.name AS "ownerName", v.follow_up_at AS "followUpAt", v.found_at AS "foundAt",
  v.outcome, v.training, o.body AS "outcomeNote", v.closed_at AS "closedAt"`;

const tables = `FROM review v JOIN cases c ON c.id = v.case_id JOIN escalation e ON e.id = v.id
  LEFT JOIN note n ON n.id = v.note_id LEFT JOIN note o ON o.id = v.outcome_note_id
  LEFT JOIN app_user u ON u.id = v.owner_id`;

/** Reviews with the cases that they are about. */
export async function listReviews(db: DataSource, filter: ReviewFilter, page: PageOf) {
  const conditions = new Conditions();
  if (filter.scope) conditions.anyOf('v.department_id', [filter.scope], 'uuid');
  conditions.anyOf('v.id', filter.ids, 'uuid');
  conditions.anyOf('v.status', filter.status);
  conditions.anyOf('v.clock', filter.clock);
  if (filter.cause) conditions.add(`v.causes && ${conditions.value(filter.cause)}::text[]`);
  conditions.anyOf('v.department_id', filter.departmentId, 'uuid');
  conditions.anyOf('v.case_id', filter.caseId, 'uuid');
  conditions.anyOf('v.owner_id', filter.ownerId, 'uuid');
  const [{ total }] = await db.query(
    `SELECT count(*)::int AS total FROM review v ${conditions.where}`,
    conditions.values,
  );
  const rows = await db.query(
    `SELECT ${columns} ${tables} ${conditions.where} ORDER BY ${page.orderBy}
     LIMIT ${conditions.value(page.limit)} OFFSET ${conditions.value(page.start)}`,
    conditions.values,
  );
  return { rows, total };
}

/** A review with whose the case is now, and whom it talks to. */
export interface ReviewDetail {
  id: string;
  caseId: string;
  departmentId: string;
  ownerId: string | null;
  openedAt: Date;
  dueAt: Date;
  caseDepartmentId: string;
  involved: string[];
  [column: string]: unknown;
}

/** One review, or undefined where it does not exist in the scope. */
export async function readReview(
  db: DataSource,
  id: string,
  scope: string | null,
): Promise<ReviewDetail | undefined> {
  const [row] = await db.query(
    `SELECT ${columns}, c.department_id AS "caseDepartmentId", c.involved ${tables} WHERE v.id = $1 AND ($2::uuid IS NULL OR v.department_id = $2)`,
    [id, scope],
  );
  return row;
}

export interface Owner {
  id: string;
  name: string;
  role: Role;
  locale: Locale;
}

/** Who can change something at all of these departments: their coordinators and technicians, and whoever has no department. */
export const listOwners = (db: Pick<DataSource, 'query'>, departmentIds: string[]): Promise<Owner[]> =>
  db.query(
    `SELECT id, name, role, locale FROM app_user u
     WHERE active AND role IN ('coordinator', 'technician', 'oversight', 'management', 'admin')
       AND (department_id IS NULL OR $1::uuid[] <@ ARRAY[department_id]) ORDER BY name, id`,
    [departmentIds],
  );

export interface CausesOf {
  scope: string | null;
  departmentId?: string[];
  from: Date;
  to: Date;
}

/** How often each cause was found in reviews of deadlines that were missed in a period, by department. */
export async function countCauses(
  db: DataSource,
  { scope, departmentId, from, to }: CausesOf,
): Promise<{ departmentId: string; cause: ReviewCause; count: number }[]> {
  const conditions = new Conditions();
  if (scope) conditions.anyOf('department_id', [scope], 'uuid');
  conditions.anyOf('department_id', departmentId, 'uuid');
  conditions.add(`opened_at >= ${conditions.value(from)} AND opened_at < ${conditions.value(to)}`);
  return db.query(
    `SELECT department_id AS "departmentId", cause, count(*)::int AS count
     FROM review, unnest(causes) AS cause ${conditions.where} GROUP BY 1, 2 ORDER BY 1, 2`,
    conditions.values,
  );
}

/** The causes that were found so often since then that the management was told; whatever the reviews are about. */
export async function recurringCauses(
  db: DataSource,
  { scope, departmentId, since }: Pick<CausesOf, 'scope' | 'departmentId'> & { since: Date },
): Promise<{ departmentId: string; cause: ReviewCause; count: number }[]> {
  const conditions = new Conditions();
  if (scope) conditions.anyOf('department_id', [scope], 'uuid');
  conditions.anyOf('department_id', departmentId, 'uuid');
  conditions.add(`found_at >= ${conditions.value(since)}`);
  return db.query(
    `SELECT department_id AS "departmentId", cause, count(*)::int AS count FROM review, unnest(causes) AS cause
     ${conditions.where} GROUP BY 1, 2 HAVING count(*) >= ${RECURRING.times} ORDER BY 1, 2`,
    conditions.values,
  );
}
