import type { DataSource } from 'typeorm';
import type { Message, MessageStatus } from '../entities';
import { countedAtMost } from './cases';
import { Conditions, containing, type PageOf } from './conditions';

export interface MessageFilter {
  /** Only messages about this department's cases and reports. */
  scope: string | null;
  ids?: string[];
  status?: MessageStatus[];
  event?: string[];
  recipientKind?: Message['recipientKind'][];
  caseId?: string[];
  reportId?: string[];
  /** Part of the number of the case or of the report. */
  q?: string;
}

export const messageOrders = {
  createdAt: { ASC: 'g.created_at, g.id', DESC: 'g.created_at DESC, g.id' },
  id: { ASC: 'g.id', DESC: 'g.id DESC' },
} as const;

/** Staff and organisations by name; citizens have none, and their address is nobody's business. */
export const recipientName = `CASE g.recipient_kind
  WHEN 'user' THEN (SELECT name FROM app_user WHERE id = g.recipient_id)
  WHEN 'agency' THEN (SELECT name FROM agency WHERE id = g.recipient_id)
  WHEN 'supplier' THEN (SELECT name FROM supplier WHERE id = g.recipient_id)
  WHEN 'owner' THEN (SELECT name FROM road_owner WHERE id = g.recipient_id) END AS "recipientName"`;

const columns = `g.id, g.case_id AS "caseId", g.report_id AS "reportId", c.number AS "caseNumber", g.event,
  r.number AS "reportNumber", g.recipient_kind AS "recipientKind", ${recipientName}, g.locale, g.status, g.subject, g.tries, g.last_error AS "lastError",
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
  if (filter.q) conditions.add(found(conditions.value(containing(filter.q))));
  return conditions;
}

/** Looked up among the numbers first, so that the messages are found by their indexes. */
const found = (pattern: string) => `(g.case_id IN (SELECT id FROM cases WHERE number ILIKE ${pattern})
  OR g.report_id IN (SELECT id FROM report WHERE number ILIKE ${pattern}
    UNION ALL SELECT x.report_id FROM membership x JOIN cases k ON k.id = x.case_id WHERE k.number ILIKE ${pattern}))`;
