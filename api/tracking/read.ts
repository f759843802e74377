import type { DataSource } from 'typeorm';
import { hashToken } from '../../db/tokens';
import { attachmentsOf } from '../../db/views/threads';
import type { Actor, CaseState } from '../../domain/case/state';
import { DomainError } from '../../domain/errors';
import type { CaseStatus, Locale, Outcome, ReportKind } from '../../domain/vocabulary';
import { changeableUntil } from './rating';

/** One public line of a report's timeline. */
export interface Step {
  at: Date;
  name: string;
  actorKind: Actor['kind'];
  /** Codes, numbers and pictures that say more; ids of people and crews stay inside. */
  data: Record<string, unknown>;
  /** Words that this citizen may read: the own ones, and the staff's answer. */
  words: string | null;
  erased: boolean;
}

/** What the holder of a tracking code may know. */
export interface Tracked {
  reportId: string;
  caseId: string | null;
  personId: string | null;
  number: string;
  caseNumber: string | null;
  /** In the municipality's official register, a moment after it arrived. */
  registerNumber: string | null;
  kind: ReportKind;
  locale: Locale;
  category: { it: string; en: string };
  department: { it: string; en: string };
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  receivedAt: Date;
  status: CaseStatus;
  outcome: Outcome | null;
  cycle: number;
  /** How many reports the case has, this one included. */
  members: number;
  dueAt: Date | null;
  emailConfirmed: boolean | null;
  erased: boolean;
  photos: string[];
  repairedPhotos: string[];
  /** Whose the road is, when it is not the municipality's. */
  owner: { name: string } | null;
  /** What this citizen has said of the work, until it is reopened; it can be changed until then. */
  rating: {
    stars: number;
    aspects: Record<string, number>;
    text: string | null;
    changeableUntil: Date;
  } | null;
  /** For the first time, or again within the week. */
  mayRate: boolean;
  maySayNotFixed: boolean;
  /** What the department wants to know from this citizen, the earliest due first. */
  questions: { id: string; words: string | null; dueAt: Date }[];
  /** What the department and this citizen have said to each other. */
  conversation: { at: Date; own: boolean; words: string | null; files: { id: string; name: string }[] }[];
  timeline: Step[];
}

interface GivenRating {
  stars: number;
  aspects: Record<string, number> | null;
  text: string | null;
  givenAt: string;
}

const REPORT = `
SELECT r.id AS "reportId", c.id AS "caseId", r.person_id AS "personId", r.number, c.number AS "caseNumber", r.register_number AS "registerNumber", r.kind, r.locale,
  json_build_object('it', g.name_it, 'en', g.name_en) AS category,
  json_build_object('it', d.name_it, 'en', d.name_en) AS department,
  r.address, ST_Y(r.location) AS latitude, ST_X(r.location) AS longitude, r.received_at AS "receivedAt",
  COALESCE(c.status, 'verifying') AS status, c.outcome, COALESCE(c.cycle, 1) AS cycle, COALESCE(c.members, 1) AS members, c.repair_due_at AS "dueAt",
  p.confirmed_at IS NOT NULL AS "emailConfirmed", p.email IS NOT NULL AS "hasEmail",
  n.erased_at IS NOT NULL AS erased, c.snapshot,
  CASE WHEN o.id IS NOT NULL THEN json_build_object('name', o.name) END AS owner,
  COALESCE((SELECT json_agg(f.id ORDER BY f.created_at, f.id) FROM photo f
            WHERE f.report_id = r.id AND f.erased_at IS NULL), '[]') AS photos,
  COALESCE((SELECT json_agg(e.photo_id ORDER BY e.recorded_at) FROM repair e
            WHERE e.case_id = c.id AND e.photo_id IS NOT NULL), '[]') AS "repairedPhotos",
  (SELECT json_build_object('stars', a.stars, 'aspects', a.aspects, 'text', w.body, 'givenAt', a.created_at)
   FROM citizen_act a LEFT JOIN note w ON w.id = a.note_id
   WHERE a.report_id = r.id AND a.kind = 'rating' AND a.cycle = c.cycle ORDER BY a.created_at LIMIT 1) AS given
FROM report r
JOIN note n ON n.id = r.note_id
LEFT JOIN membership m ON m.report_id = r.id
LEFT JOIN cases c ON c.id = m.case_id
JOIN category g ON g.id = COALESCE(c.category_id, r.category_id)
JOIN department d ON d.id = COALESCE(c.department_id, r.department_id)
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN road_owner o ON o.id = r.road_owner_id
WHERE r.tracking_hash = $1`;

const CONVERSATION = `
SELECT m.created_at AS at, m.author_kind = 'citizen' AS own, n.body AS words, ${attachmentsOf('m.id')} AS files
FROM thread t JOIN thread_message m ON m.thread_id = t.id JOIN note n ON n.id = m.note_id
WHERE t.kind = 'citizen' AND t.party_id = $1 ORDER BY m.created_at, m.id`;

const QUESTIONS = `
SELECT q.id, q.due_at AS "dueAt", n.body AS words FROM question q
JOIN thread_message m ON m.id = q.message_id JOIN note n ON n.id = m.note_id
WHERE q.kind = 'citizen' AND q.party_id = $1 AND q.status = 'open' AND q.answer_id IS NULL
ORDER BY q.due_at, q.id`;

/** What of a line's data the citizen may know. */
const FOR_CITIZEN = ['kind', 'reason', 'outcome', 'photoId', 'photos', 'dueAt', 'clock', 'members'];

/** Words of staff that are written to the citizen. */
const TO_CITIZEN = ['rejected', 'answered', 'closed', 'reopen-refused'];

const TIMELINE = `
SELECT l.at, l.name, l.actor_kind AS "actorKind",
  COALESCE((SELECT jsonb_object_agg(key, value) FROM jsonb_each(l.data) WHERE key = ANY($4)), '{}') AS data,
  n.erased_at IS NOT NULL AS erased,
  CASE WHEN l.chain = 'report:' || $1 OR l.name = ANY($3) THEN n.body END AS words
FROM log_entry l LEFT JOIN note n ON n.id = l.note_id
WHERE l.public AND l.chain = ANY(ARRAY['report:' || $1, 'case:' || COALESCE($2, '')])
  -- The citizen's own acts stand in the report's chain; what others in the same case did is not shown.
  AND NOT (l.actor_kind = 'citizen' AND l.chain LIKE 'case:%')
  -- Each report is asked by itself, which its own chain says.
  AND NOT (l.name = 'rating-asked' AND l.chain LIKE 'case:%')
ORDER BY l.at, l.chain DESC, l.seq`;

/**
 * Opens a report by its tracking code, however it was typed.
 * @throws DomainError `not-found`
 */
export async function readTracked(db: DataSource, code: string): Promise<Tracked> {
  const [row] = await db.query(REPORT, [hashToken(code)]);
  if (!row) throw new DomainError('not-found');
  const { snapshot, given, hasEmail, ...report } = row;
  const timeline: Step[] = await db.query(TIMELINE, [
    ...[report.reportId, report.caseId, TO_CITIZEN, FOR_CITIZEN],
  ]);
  const questions = await db.query(QUESTIONS, [report.reportId]);
  const state = snapshot as CaseState | null;
  const isProblem = report.kind === 'problem';
  const ended = report.status === 'rating' || report.status === 'closed';
  const rating = given && ratingOf(given);
  const isChangeable = rating ? rating.changeableUntil > new Date() : report.status === 'rating';
  return {
    ...report,
    rating,
    questions,
    conversation: await db.query(CONVERSATION, [report.reportId]),
    emailConfirmed: hasEmail ? report.emailConfirmed : null,
    mayRate: isChangeable && !report.erased,
    maySayNotFixed: isProblem && ended && report.outcome !== 'merged' && !state?.reopen,
    timeline,
  };
}

function ratingOf({ stars, aspects, text, givenAt }: GivenRating): Tracked['rating'] {
  return { stars, aspects: aspects ?? {}, text, changeableUntil: changeableUntil(new Date(givenAt)) };
}
