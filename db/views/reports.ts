import type { DataSource } from 'typeorm';
import type { Channel, ReportKind } from '../../domain/vocabulary';
import { reportColumns } from './case-page';
import { countedAtMost } from './cases';
import { Conditions, containing, type PageOf } from './conditions';

export interface ReportFilter {
  /** Only what this department has, by the case or, before there is one, by the report. */
  scope: string | null;
  ids?: string[];
  kind?: ReportKind[];
  channel?: Channel[];
  departmentId?: string[];
  categoryId?: string[];
  caseId?: string[];
  q?: string;
}

export const reportOrders = {
  receivedAt: { ASC: 'r.received_at, r.id', DESC: 'r.received_at DESC, r.id' },
  number: { ASC: 'r.number', DESC: 'r.number DESC' },
  id: { ASC: 'r.id', DESC: 'r.id DESC' },
} as const;

const listColumns = `r.id, r.number, r.kind, r.channel, r.department_id AS "departmentId",
  r.category_id AS "categoryId", r.danger, r.emergency, r.received_at AS "receivedAt", r.address,
  st_y(r.location) AS lat, st_x(r.location) AS lon, c.id AS "caseId", c.number AS "caseNumber",
  c.status AS "caseStatus", r.settled_at AS "settledAt"`;

const joins = `FROM report r LEFT JOIN membership m ON m.report_id = r.id LEFT JOIN cases c ON c.id = m.case_id`;

/** A page of reports and how many there are, counted up to `countedAtMost`. */
export async function listReports(db: DataSource, filter: ReportFilter, page: PageOf) {
  const conditions = conditionsOf(filter);
  const where = conditions.where;
  const counted = [...conditions.values];
  const rows = await db.query(
    `SELECT ${listColumns} ${joins} ${where} ORDER BY ${page.orderBy}
     LIMIT ${conditions.value(page.limit)} OFFSET ${conditions.value(page.start)}`,
    conditions.values,
  );
  const [{ count }] = await db.query(
    `SELECT count(*)::int AS count FROM (SELECT 1 ${joins} ${where} LIMIT ${countedAtMost + 1}) AS counted`,
    counted,
  );
  return { rows, total: Math.min(count, countedAtMost), more: count > countedAtMost };
}

/** One report with its words and photos and the case it belongs to, or null. */
export async function readReport(db: DataSource, id: string, scope: string | null) {
  const conditions = conditionsOf({ scope, ids: [id] });
  const [row] = await db.query(
    `SELECT ${reportColumns}, c.id AS "caseId", c.number AS "caseNumber", c.status AS "caseStatus",
            r.entered_by AS "enteredBy", r.settled_at AS "settledAt"
     ${joins} LEFT JOIN note n ON n.id = r.note_id LEFT JOIN person p ON p.id = r.person_id ${conditions.where}`,
    conditions.values,
  );
  return row ?? null;
}

function conditionsOf(filter: ReportFilter): Conditions {
  const conditions = new Conditions();
  if (filter.scope) conditions.anyOf('coalesce(c.department_id, r.department_id)', [filter.scope], 'uuid');
  conditions.anyOf('r.id', filter.ids, 'uuid');
  conditions.anyOf('r.kind', filter.kind);
  conditions.anyOf('r.channel', filter.channel);
  conditions.anyOf('r.department_id', filter.departmentId, 'uuid');
  conditions.anyOf('r.category_id', filter.categoryId, 'uuid');
  conditions.anyOf('m.case_id', filter.caseId, 'uuid');
  if (filter.q) {
    const pattern = conditions.value(containing(filter.q));
    conditions.add(
      `r.id IN (SELECT id FROM report WHERE number ILIKE ${pattern} OR address ILIKE ${pattern}
        UNION ALL SELECT x.id FROM note n JOIN report x ON x.note_id = n.id WHERE n.body ILIKE ${pattern})`,
    );
  }
  return conditions;
}
