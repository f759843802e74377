import type { DataSource } from 'typeorm';
import type { Delivery } from '../../db/entities';

/** What of a fact's data another system may know: codes and instants, no ids of people and crews. */
const TOLD = [
  'reason',
  'outcome',
  'dueAt',
  'categoryId',
  'departmentId',
  'fromDepartmentId',
  'members',
  'kind',
];

/**
 * The body of a post: what happened, and the case as it stands when it is sent. No words and nobody's name; who needs
 * more asks the API.
 */
export async function payloadOf(
  db: DataSource,
  { caseId, factId, event, happenedAt }: Delivery,
): Promise<string> {
  const [data] = await db.query(
    `SELECT c.id, c.number, c.kind, c.status, c.outcome, c.danger, c.emergency, c.band, c.members,
       d.code AS department, g.code AS category, ST_Y(c.location) AS latitude, ST_X(c.location) AS longitude,
       c.opened_at AS "openedAt", c.closed_at AS "closedAt", c.repair_due_at AS "repairDueAt",
       COALESCE((SELECT jsonb_object_agg(key, value) FROM log_entry l, jsonb_each(l.data)
         WHERE l.chain = 'case:' || c.id AND l.fact_id = $2 AND key = ANY($3)), '{}') AS details
     FROM cases c JOIN department d ON d.id = c.department_id JOIN category g ON g.id = c.category_id
     WHERE c.id = $1`,
    [caseId, factId, TOLD],
  );
  const { details, ...row } = data;
  return JSON.stringify({
    type: `case.${event}`,
    timestamp: happenedAt.toISOString(),
    data: { case: row, details },
  });
}
