import type { DataSource } from 'typeorm';
import type { CaseStatus, Outcome } from '../../domain/vocabulary';

/** A problem as everybody may know it: no words, no pictures, no people, no address that somebody has typed. */
export interface OpenCase {
  number: string;
  category: string;
  department: string;
  status: CaseStatus;
  outcome: Outcome | null;
  reports: number;
  openedAt: Date;
  dueAt: Date | null;
  closedAt: Date | null;
  updatedAt: Date;
  longitude: number;
  latitude: number;
}

export interface OpenFilter {
  /** Opened at or after, and before. */
  from: Date;
  to: Date;
  category?: string;
}

/**
 * What staff have looked at and found to be a problem of public space; an emergency once it is over, parts and what
 * was merged with their whole.
 */
export const isOpenData = `c.kind = 'problem' AND c.status NOT IN ('verifying', 'rejected') AND c.outcome IS DISTINCT FROM 'merged'
  AND c.outcome IS DISTINCT FROM 'not-real' AND c.part_of IS NULL
  AND (c.emergency = 'none' OR c.status = 'closed')`;

const ofTime = `c.opened_at >= $1 AND c.opened_at < $2 AND ($3::text IS NULL OR g.code = $3)`;
const conditions = `${isOpenData} AND ${ofTime}`;
const joins =
  'FROM cases c JOIN category g ON g.id = c.category_id JOIN department d ON d.id = c.department_id';

const parameters = ({ from, to, category }: OpenFilter) => [from, to, category ?? null];

/**
 * How many there are, and when the last of all problems of the time changed, also of those that are not shown any more:
 * what a copy is compared by.
 */
export async function openState(
  db: DataSource,
  filter: OpenFilter,
): Promise<{ count: number; changed: Date | null }> {
  const [state] = await db.query(
    `SELECT count(*) FILTER (WHERE ${isOpenData})::int AS count, max(c.updated_at) AS changed
     ${joins} WHERE c.kind = 'problem' AND ${ofTime}`,
    parameters(filter),
  );
  return state;
}

/** The newest first, at most `limit`. */
export const listOpen = (db: DataSource, filter: OpenFilter, limit: number): Promise<OpenCase[]> =>
  db.query(
    `SELECT c.number, g.code AS category, d.code AS department, c.status, c.outcome, c.members AS reports,
       c.opened_at AS "openedAt", c.repair_due_at AS "dueAt", c.closed_at AS "closedAt", c.updated_at AS "updatedAt",
       ST_X(c.location) AS longitude, ST_Y(c.location) AS latitude
     ${joins} WHERE ${conditions} ORDER BY c.opened_at DESC, c.id LIMIT $4`,
    [...parameters(filter), limit],
  );
