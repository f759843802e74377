import type { EntityManager } from 'typeorm';
import type { GroupedOutcome, GroupKind } from '../../domain/quality/compare';
import { spellOf } from '../../domain/quality/spell';
import { CONFIRMED } from './confirmed';

/** Whoever can be asked, in a transaction or in a thread with a connection of its own. */
export type Queries = Pick<EntityManager, 'query'>;

export interface OutcomeFilter {
  kind: GroupKind;
  /** Repaired at or after, and before. */
  from: Date;
  to: Date;
  /** The department whose cases count; null for all. */
  scope: string | null;
  /** Only what was mended of these categories; of all where there is none. */
  categoryIds?: readonly string[];
}

/** All that a thread can keep in memory, with room to spare. */
export const MOST_COMPARED = 200_000;

const ASKED = `r.recorded_at >= $1 AND r.recorded_at < $2
       AND ($3::uuid IS NULL OR c.department_id = $3) AND ($4::uuid[] = '{}' OR c.category_id = ANY ($4))`;

/** How many repairs there are to read at most, and of suppliers: of those given, or of all where none is. */
export async function countRepairs(
  db: Queries,
  { from, to, scope, categoryIds = [] }: Omit<OutcomeFilter, 'kind'>,
  supplierIds: readonly string[] = [],
): Promise<{ all: number; ofSuppliers: number }> {
  const [counts] = await db.query(
    `SELECT count(*)::int AS all, count(*) FILTER (
       WHERE r.supplier_id IS NOT NULL AND ($5::uuid[] = '{}' OR r.supplier_id = ANY ($5)))::int AS "ofSuppliers"
     FROM repair r JOIN cases c ON c.id = r.case_id WHERE c.kind = 'problem' AND ${ASKED}`,
    [from, to, scope, categoryIds, supplierIds],
  );
  return counts;
}

/** Whose or what a repair `r` of a case `c` in a category `g` counts for. What was typed freely is compared as typed. */
const groups: Record<GroupKind, string> = {
  supplier: 'SELECT id::text, name AS "nameIt", name AS "nameEn" FROM supplier WHERE id = r.supplier_id',
  crew: 'SELECT id::text, name AS "nameIt", name AS "nameEn" FROM crew WHERE id = r.crew_id',
  material: `SELECT t.id::text, t.name_it AS "nameIt", t.name_en AS "nameEn" FROM material t
    WHERE t.id IN (SELECT material_id FROM repair_material WHERE repair_id = r.id)`,
  procedure: `SELECT said AS id, said AS "nameIt", said AS "nameEn"
    FROM lower(regexp_replace(btrim(r.procedure), '\\s+', ' ', 'g')) AS said`,
  category: 'SELECT g.id::text, g.name_it AS "nameIt", g.name_en AS "nameEn"',
};

/**
 * Whether a case had been found to be nothing at the instant $5. The row knows, but for a case that was opened again
 * since; of that one the log knows.
 */
const nothing = (c: string) => `(
    ${c}.outcome IN ('rejected', 'not-real') AND (${c}.closed_at >= $5) IS NOT TRUE
    OR ${c}.cycle > 1 AND (${c}.closed_at < $5) IS NOT TRUE AND (
      SELECT l.name = 'rejected' OR l.name = 'closed' AND l.data->>'outcome' = 'not-real' FROM log_entry l
      WHERE l.chain = 'case:' || ${c}.id AND l.name IN ('rejected', 'closed', 'reopened') AND l.at < $5
      ORDER BY l.seq DESC LIMIT 1)
  ) IS TRUE`;

/** The stars of a rating `a` at the instant $5: the row has the last ones, the log all. */
const STARS = `coalesce((SELECT (l.data->>'stars')::int FROM log_entry l
    WHERE l.chain = 'report:' || a.report_id AND l.data->>'actId' = a.id::text AND l.data ? 'stars' AND l.at < $5
    ORDER BY l.seq DESC LIMIT 1), a.stars)`;

/**
 * The place of a case whose problem has come back is that of the first one of the row: a third case may name the first
 * as what it is a recurrence of, though the second was repaired last. One that names none is its own place.
 */
const PLACES = `chain AS (
    SELECT id AS case_id, recurrence_of AS earlier, 1 AS depth FROM cases WHERE recurrence_of IS NOT NULL
    UNION ALL
    SELECT chain.case_id, c.recurrence_of, depth + 1 FROM chain JOIN cases c ON c.id = chain.earlier
    WHERE c.recurrence_of IS NOT NULL
  ), place AS (
    SELECT DISTINCT ON (case_id) case_id, earlier AS first FROM chain ORDER BY case_id, depth DESC
  ), came_back AS (
    SELECT place.first, array_agg(b.opened_at) AS times FROM place JOIN cases b ON b.id = place.case_id
    WHERE NOT ${nothing('b')} GROUP BY place.first
  )`;

/** The next case at the place, or the next cycle of the case itself: whichever is sooner. */
const BACK = `least(
    (SELECT min(at) FROM unnest(b.times) AS at WHERE at > r.recorded_at),
    (SELECT min(started_at) FROM case_clock WHERE case_id = c.id AND cycle > r.cycle))`;

/** With the id of the repair that it is about. */
export type ListedOutcome = GroupedOutcome & { repairId: string };

type Row = Omit<ListedOutcome, 'spell'> & { repairedAt: Date; backAt: Date | null; windowDays: number };

/**
 * What came of the repairs of real problems that their cases have confirmed, as far as it was known at `until`: what is
 * rated, rated otherwise, found to be nothing or opened again later is not in it. Whether a target was kept says the last clock of the repair, how long it
 * took counts from the first; ratings are those of the citizens who are members of the case now.
 * @param until how far the repairs are watched
 */
export async function listOutcomes(
  db: Queries,
  { kind, from, to, scope, categoryIds = [] }: OutcomeFilter,
  until: Date,
): Promise<ListedOutcome[]> {
  const rows: Row[] = await db.query(
    `WITH RECURSIVE ${PLACES}
     SELECT r.id AS "repairId", c.category_id AS "categoryId", r.cost::float8 AS cost, r.recorded_at AS "repairedAt",
       g.recurrence_days AS "windowDays", ${BACK} AS "backAt",
       greatest(0, extract(epoch FROM r.recorded_at - coalesce(k.started_at, c.opened_at)) / 3600)::float8 AS hours,
       CASE k.status WHEN 'met' THEN true WHEN 'missed' THEN false END AS "inTime",
       (SELECT coalesce(json_agg(stars ORDER BY stars), '[]') FROM (
          SELECT ${STARS} AS stars FROM membership m JOIN citizen_act a ON a.report_id = m.report_id
          WHERE m.case_id = c.id AND a.kind = 'rating' AND a.cycle = r.cycle AND a.stars IS NOT NULL
            AND a.created_at < $5) given) AS stars,
       (SELECT coalesce(json_agg(one), '[]') FROM (${groups[kind]}) one) AS groups
     FROM repair r JOIN cases c ON c.id = r.case_id JOIN category g ON g.id = c.category_id
     LEFT JOIN place p ON p.case_id = c.id LEFT JOIN came_back b ON b.first = coalesce(p.first, c.id)
     LEFT JOIN LATERAL (
       SELECT min(started_at) AS started_at, (array_agg(status ORDER BY turn DESC))[1] AS status
       FROM case_clock WHERE case_id = c.id AND cycle = r.cycle AND kind = 'repair'
     ) k ON true
     WHERE c.kind = 'problem' AND NOT ${nothing('c')} AND ${CONFIRMED} AND ${ASKED}
     ORDER BY r.recorded_at, r.id`,
    [from, to, scope, categoryIds, until],
  );
  return rows.map(({ repairedAt, backAt, windowDays, ...row }) => ({
    ...row,
    spell: spellOf({
      ...{ repairedAt: repairedAt.getTime(), backAt: backAt?.getTime() ?? null },
      ...{ until: until.getTime(), windowDays },
    }),
  }));
}
