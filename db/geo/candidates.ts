import type { DataSource, EntityManager } from 'typeorm';
import type { Coordinates } from './place';

/** What a new report is looked for by. */
export interface Sought extends Coordinates {
  /** Of the position, in metres; 0 when it is not known. */
  accuracy: number;
  /** Of the category: how far apart reports of one such problem may lie. */
  categoryRadius: number;
  /** Metres; how far away a case is looked for. */
  radius: number;
  categoryId: string;
  /** What was written; empty when there are no words. */
  text: string;
  /** Instant from which ages count. */
  at: Date;
}

/** A case that a report may belong to. */
export interface CandidateRow {
  caseId: string;
  metres: number;
  /** Since its newest report; never negative. */
  hours: number;
  /** Since it was closed; null while it is not. */
  closedHours: number | null;
  sameCategory: boolean;
  sameGroup: boolean;
  /** Likeness of the words, 0 to 1 (pg_trgm), the best of the case's first reports; null where one has none. */
  words: number | null;
  /** What that report says; null where one has no words. */
  said: string | null;
}

/** Of the nearest so many the words are compared. */
const NEAREST = 40;
/** The first reports of a case speak for all of its thousands. */
const SPEAKERS = 5;

/** Word for word what the partial indexes say. */
const searched = {
  waiting: "c.kind = 'problem' AND c.status IN ('verifying','accepting','assigning','assigned','working')",
  repaired: `c.kind = 'problem' AND (c.status IN ('repaired','rating') OR (c.status = 'closed' AND c.outcome = 'repaired'))
    AND COALESCE(c.closed_at, $6) > $6::timestamptz - make_interval(days => g.recurrence_days)`,
} as const;

const hoursSince = (instant: string) =>
  `GREATEST(0, extract(epoch FROM $6::timestamptz - ${instant}) / 3600)::float8`;

/**
 * The problems near a place that wait for their repair, or that were repaired within their category's window,
 * nearest first, by one indexed query.
 */
export function findCandidates(
  db: DataSource | EntityManager,
  which: keyof typeof searched,
  { latitude, longitude, radius, categoryId, text, at }: Sought,
): Promise<CandidateRow[]> {
  return db.query(
    `WITH sought AS (
       SELECT ST_SetSRID(ST_MakePoint($1, $2), 4326) AS place, $3::float8 AS radius,
         $3::float8 / 111000 AS south, $3::float8 / (111000 * GREATEST(0.01, cos(radians($2::float8)))) AS west,
         (SELECT group_code FROM category WHERE id = $4) AS group_code
     ), near AS MATERIALIZED (
       SELECT c.id, c.category_id, c.opened_at, c.closed_at, g.group_code,
         ST_DistanceSphere(c.location, s.place) AS metres, s.radius, s.group_code AS sought_group
       FROM sought s
       JOIN cases c ON c.location && ST_Expand(s.place, s.west, s.south)
       JOIN category g ON g.id = c.category_id
       WHERE c.part_of IS NULL AND ${searched[which]}
       ORDER BY c.location <-> s.place LIMIT ${NEAREST}
     )
     SELECT n.id AS "caseId", n.metres, n.category_id = $4 AS "sameCategory",
       n.group_code = n.sought_group AS "sameGroup",
       ${hoursSince('COALESCE(newest.received_at, n.opened_at)')} AS hours,
       CASE WHEN n.closed_at IS NOT NULL THEN ${hoursSince('n.closed_at')} END AS "closedHours",
       speaker.words, speaker.said
     FROM near n LEFT JOIN LATERAL (
       SELECT similarity(o.body, $5)::float8 AS words, o.body AS said FROM (
         SELECT m.report_id FROM membership m WHERE m.case_id = n.id ORDER BY m.attached_at LIMIT ${SPEAKERS}
       ) first JOIN report r ON r.id = first.report_id JOIN note o ON o.id = r.note_id
       WHERE $5 <> '' AND o.body <> ''
       ORDER BY 1 DESC LIMIT 1
     ) speaker ON true LEFT JOIN LATERAL (
       SELECT r.received_at FROM membership m JOIN report r ON r.id = m.report_id
       WHERE m.case_id = n.id ORDER BY m.attached_at DESC LIMIT 1
     ) newest ON true
     WHERE n.metres <= n.radius
     ORDER BY n.metres, n.id`,
    [longitude, latitude, radius, categoryId, text, at],
  );
}
