import type { DataSource } from 'typeorm';
import { candidatesFor, soughtIn } from '../../activities/candidates';
import type { Coordinates } from '../../db/geo/place';
import { searchRadius } from '../../domain/grouping/score';
import { shown } from '../../domain/grouping/shown';
import type { CaseStatus } from '../../domain/vocabulary';

/** What anybody may know of a problem near the place that they are about to report. */
export interface KnownCase {
  number: string;
  categoryCode: string;
  address: string | null;
  metres: number;
  latitude: number;
  longitude: number;
  openedAt: Date;
  /** Null while there is something to repair. */
  repairedAt: Date | null;
  status: CaseStatus;
  /** How many have reported it. */
  reports: number;
  /** Null until staff have read it: nobody else's name or number is shown by mistake. */
  words: string | null;
  hasPhoto: boolean;
}

/**
 * What staff have looked at may be shown to everybody: not words and pictures that nobody has read yet, and none of
 * an emergency, where somebody may be hurt.
 */
const SHOWABLE = "c.status <> 'verifying' AND c.emergency = 'none'";

/** The problems that a new one may be, the likeliest first: those that wait for their repair and those just repaired. */
export async function findKnown(
  db: DataSource,
  told: Coordinates & { accuracy: number | null; categoryId: string; text: string },
): Promise<KnownCase[]> {
  const sought = await soughtIn(db, { ...told, at: new Date() });
  const [waiting, repaired] = await Promise.all([
    candidatesFor(db, 'waiting', sought),
    candidatesFor(db, 'repaired', sought),
  ]);
  const likely = shown([...waiting, ...repaired]);
  if (likely.length === 0) return [];
  const cards: KnownCase[] = await db.query(CARDS, [
    likely.map(({ caseId }) => caseId),
    likely.map(({ metres }) => Math.round(metres)),
  ]);
  return cards;
}

/** The first report speaks for its case. */
const CARDS = `
SELECT c.number, g.code AS "categoryCode", c.address, w.metres, ST_Y(c.location) AS latitude, ST_X(c.location) AS longitude,
  c.opened_at AS "openedAt", c.status, c.members AS reports,
  CASE WHEN c.status IN ('repaired','rating','closed') THEN COALESCE(c.closed_at, c.updated_at) END AS "repairedAt",
  CASE WHEN ${SHOWABLE} THEN n.body END AS words,
  ${SHOWABLE} AND EXISTS (SELECT FROM photo p WHERE p.report_id = r.id AND p.erased_at IS NULL) AS "hasPhoto"
FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS w (id, metres, position)
JOIN cases c ON c.id = w.id JOIN category g ON g.id = c.category_id
LEFT JOIN LATERAL (SELECT m.report_id FROM membership m WHERE m.case_id = c.id ORDER BY m.attached_at LIMIT 1) m ON true
LEFT JOIN report r ON r.id = m.report_id LEFT JOIN note n ON n.id = r.note_id
ORDER BY w.position`;

/** The picture of a case that may be shown, or null. */
export async function knownPhoto(db: DataSource, number: string): Promise<string | null> {
  const [row] = await db.query(
    `SELECT p.id FROM cases c
     JOIN LATERAL (SELECT m.report_id FROM membership m WHERE m.case_id = c.id ORDER BY m.attached_at LIMIT 1) m ON true
     JOIN photo p ON p.report_id = m.report_id AND p.erased_at IS NULL
     WHERE c.number = $1 AND c.kind = 'problem' AND ${SHOWABLE} AND c.status NOT IN ('rejected','answered')
     ORDER BY p.created_at LIMIT 1`,
    [number],
  );
  return row?.id ?? null;
}

/** A case that a report may say it belongs to. */
export interface NearCase {
  id: string;
  number: string;
  address: string | null;
}

/** The problem of this number, if it is near the place and waits for its repair or was repaired. */
export async function caseNear(
  db: DataSource,
  number: string,
  { latitude, longitude }: Coordinates,
): Promise<NearCase | null> {
  const [row] = await db.query(
    `SELECT c.id, c.number, c.address, g.match_radius_metres AS radius,
       ST_DistanceSphere(c.location, ST_SetSRID(ST_MakePoint($2, $3), 4326)) AS metres
     FROM cases c JOIN category g ON g.id = c.category_id
     WHERE c.number = $1 AND c.kind = 'problem' AND c.status <> 'rejected' AND c.part_of IS NULL`,
    [number.toUpperCase(), longitude, latitude],
  );
  if (!row || row.metres > searchRadius(row.radius, Number.POSITIVE_INFINITY)) return null;
  const { id, address } = row;
  return { id, number: row.number, address };
}
