import type { DataSource } from 'typeorm';
import type { CaseStatus, Outcome } from '../../domain/vocabulary';
import { isOpenData } from './open-data';

/** A report as Open311 shows it: no words, no pictures, no people. */
export interface ServiceRequest {
  number: string;
  status: CaseStatus;
  outcome: Outcome | null;
  categoryCode: string;
  category: { it: string; en: string };
  department: { it: string; en: string };
  receivedAt: Date;
  updatedAt: Date;
  dueAt: Date | null;
  /** Only of what everybody may know of; longitude and latitude in WGS84 degrees. */
  longitude: number | null;
  latitude: number | null;
}

export interface RequestFilter {
  /** Instead of everything else. */
  numbers?: string[] | undefined;
  codes?: string[] | undefined;
  status?: ('open' | 'closed')[] | undefined;
  from: Date;
  to: Date;
}

/** What waits for nothing more than to be looked at again. */
const closed = `c.status IN ('repaired', 'rating', 'closed', 'rejected', 'answered')`;

const joins = `FROM report r JOIN category g ON g.id = r.category_id
  LEFT JOIN membership m ON m.report_id = r.id LEFT JOIN cases c ON c.id = m.case_id
  JOIN department d ON d.id = coalesce(c.department_id, r.department_id)`;

const select = `SELECT r.number, coalesce(c.status, 'verifying') AS status, c.outcome, g.code AS "categoryCode",
  json_build_object('it', g.name_it, 'en', g.name_en) AS category,
  json_build_object('it', d.name_it, 'en', d.name_en) AS department, r.received_at AS "receivedAt",
  coalesce(CASE WHEN ${closed} THEN c.closed_at END, c.updated_at, r.received_at) AS "updatedAt",
  c.repair_due_at AS "dueAt",
  CASE WHEN ${isOpenData} THEN ST_X(c.location) END AS longitude,
  CASE WHEN ${isOpenData} THEN ST_Y(c.location) END AS latitude ${joins}`;

/**
 * Reports of problems: by number any, because whoever sent one asks for it and nothing shows who that was; else what
 * everybody may know of. The newest first.
 */
export function listServiceRequests(
  db: DataSource,
  { numbers, codes, status, from, to }: RequestFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<ServiceRequest[]> {
  if (numbers)
    return db.query(
      `${select} WHERE r.number = ANY($1) AND r.kind = 'problem' ORDER BY r.received_at DESC, r.id LIMIT $2 OFFSET $3`,
      [numbers, limit, offset],
    );
  return db.query(
    `${select} WHERE r.received_at >= $1 AND r.received_at <= $2 AND ${isOpenData}
       AND ($3::text[] IS NULL OR g.code = ANY($3))
       AND ($4::text[] IS NULL OR (CASE WHEN ${closed} THEN 'closed' ELSE 'open' END) = ANY($4))
     ORDER BY r.received_at DESC, r.id LIMIT $5 OFFSET $6`,
    [from, to, codes ?? null, status ?? null, limit, offset],
  );
}

export interface RequestUpdate {
  /** The entry of the log and the report that it is told of. */
  id: string;
  number: string;
  name: string;
  at: Date;
  actorKind: 'user' | 'citizen' | 'agency' | 'supplier' | 'system';
  data: { reason?: string; outcome?: string };
}

/** What has happened publicly to reports of problems, the oldest first. */
export const listUpdates = (
  db: DataSource,
  { from, to, names }: { from: Date; to: Date; names: readonly string[] },
  { limit, offset }: { limit: number; offset: number },
): Promise<RequestUpdate[]> =>
  db.query(
    `SELECT l.chain || ':' || l.seq || ':' || r.number AS id, r.number, l.name, l.at, l.actor_kind AS "actorKind",
       jsonb_strip_nulls(jsonb_build_object('reason', l.data->'reason', 'outcome', l.data->'outcome')) AS data
     FROM log_entry l
     JOIN membership m ON m.case_id = CASE WHEN l.chain LIKE 'case:%' THEN substr(l.chain, 6)::uuid END
     JOIN report r ON r.id = m.report_id
     WHERE l.public AND l.at >= $1 AND l.at <= $2 AND l.name = ANY($3) AND r.kind = 'problem'
     ORDER BY l.at, l.chain, l.seq, r.number LIMIT $4 OFFSET $5`,
    [from, to, names, limit, offset],
  );
