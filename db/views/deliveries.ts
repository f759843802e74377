import type { DataSource } from 'typeorm';
import type { DeliveryStatus } from '../entities';
import { countedAtMost } from './cases';
import { Conditions, type PageOf } from './conditions';

export interface DeliveryFilter {
  ids?: string[];
  status?: DeliveryStatus[];
  subscriberId?: string[];
  caseId?: string[];
}

export const deliveryOrders = {
  createdAt: { ASC: 'v.created_at, v.id', DESC: 'v.created_at DESC, v.id' },
  id: { ASC: 'v.id', DESC: 'v.id DESC' },
} as const;

const columns = `v.id, v.subscriber_id AS "subscriberId", s.name AS subscriber, v.event, v.case_id AS "caseId",
  c.number AS "caseNumber", v.status, v.tries, v.next_at AS "nextAt", v.last_status AS "lastStatus",
  v.last_error AS "lastError", v.created_at AS "createdAt", v.sent_at AS "sentAt"`;
const joins = 'FROM delivery v JOIN subscriber s ON s.id = v.subscriber_id JOIN cases c ON c.id = v.case_id';

/** What subscribers were told or are still to be told. */
export async function listDeliveries(db: DataSource, filter: DeliveryFilter, page: PageOf) {
  const conditions = new Conditions();
  conditions.anyOf('v.id', filter.ids, 'uuid');
  conditions.anyOf('v.status', filter.status);
  conditions.anyOf('v.subscriber_id', filter.subscriberId, 'uuid');
  conditions.anyOf('v.case_id', filter.caseId, 'uuid');
  const { where } = conditions;
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

/** One delivery with all of its tries, or null. */
export async function readDelivery(db: DataSource, id: string) {
  const [row] = await db.query(
    `SELECT ${columns}, (SELECT coalesce(json_agg(json_build_object('at', t.at, 'status', t.status, 'error', t.error,
       'milliseconds', t.milliseconds) ORDER BY t.at), '[]') FROM delivery_try t WHERE t.delivery_id = v.id) AS log
     ${joins} WHERE v.id = $1`,
    [id],
  );
  return row ?? null;
}
