import type { DataSource } from 'typeorm';
import type { Message, MessageStatus } from '../entities';
import { countedAtMost } from './cases';
import { Conditions, type PageOf } from './conditions';

export interface MessageFilter {
  /** Only messages about this department's cases and reports. */
  scope: string | null;
  ids?: string[];
  status?: MessageStatus[];
  event?: string[];
  recipientKind?: Message['recipientKind'][];
  caseId?: string[];
  reportId?: string[];
}

export const messageOrders = {
  createdAt: { ASC: 'g.created_at, g.id', DESC: 'g.created_at DESC, g.id' },
  id: { ASC: 'g.id', DESC: 'g.id DESC' },
} as const;

const columns = `g.id, g.case_id AS "caseId", g.report_id AS "reportId", c.number AS "caseNumber", g.event,
  g.recipient_kind AS "recipientKind", g.locale, g.status, g.subject, g.tries, g.last_error AS "lastError",
  g.created_at AS "createdAt", g.queued_at AS "queuedAt", g.sent_at AS "sentAt"`;

const joins = `FROM message g LEFT JOIN report r ON r.id = g.report_id
  LEFT JOIN membership m ON m.report_id = g.report_id LEFT JOIN cases c ON c.id = coalesce(g.case_id, m.case_id)`;

export async function listMessages(db: DataSource, filter: MessageFilter, page: PageOf) {
  const conditions = conditionsOf(filter);
  const where = conditions.where;
  const counted = [...conditions.values];
  const rows = await db.query(
    `SELECT ${columns} ${joins} ${where} ORDER BY ${page.orderBy}
     LIMIT ${conditions.value(page.limit)} OFFSET ${conditions.value(page.start)}`,
    conditions.values,
  );
  const [{ count }] = await db.query(
    `SELECT count(*)::int AS count FROM (SELECT 1 ${joins} ${where} LIMIT ${countedAtMost + 1}) AS counted`,
    counted,
  );
  return { rows, total: Math.min(count, countedAtMost), more: count > countedAtMost };
}

/** One message as it was rendered, or null. */
export async function readMessage(db: DataSource, id: string, scope: string | null) {
  const conditions = conditionsOf({ ids: [id], scope });
  const [row] = await db.query(
    `SELECT ${columns}, g.html, g.text ${joins} ${conditions.where}`,
    conditions.values,
  );
  return row ?? null;
}

function conditionsOf(filter: MessageFilter): Conditions {
  const conditions = new Conditions();
  if (filter.scope) conditions.anyOf('coalesce(c.department_id, r.department_id)', [filter.scope], 'uuid');
  conditions.anyOf('g.id', filter.ids, 'uuid');
  conditions.anyOf('g.status', filter.status);
  conditions.anyOf('g.event', filter.event);
  conditions.anyOf('g.recipient_kind', filter.recipientKind);
  conditions.anyOf('g.case_id', filter.caseId, 'uuid');
  conditions.anyOf('g.report_id', filter.reportId, 'uuid');
  return conditions;
}
