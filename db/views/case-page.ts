import type { DataSource } from 'typeorm';
import { type Case, CaseClock, Escalation } from '../entities';
import { CONFIRMED } from './confirmed';
import { recipientName } from './messages';
import { listSuggestions } from './suggestions';

/** A case can have thousands of reports and entries; its page shows the newest of each. */
const mostReports = 200;
const mostEntries = 1000;
const mostMessages = 200;

const membersOf = 'SELECT m.report_id FROM membership m WHERE m.case_id = $1';

/** `words` is null when nobody wrote any or when they were erased, which `erased` tells apart. */
const words = (note: string) => `${note}.body AS words, ${note}.erased_at IS NOT NULL AS erased`;

export const reportColumns = `r.id, r.number, r.register_number AS "registerNumber", r.kind, r.channel, ${words('n')}, r.danger, r.emergency,
  r.received_at AS "receivedAt", st_y(r.location) AS lat, st_x(r.location) AS lon, r.address,
  r.location_source AS "locationSource", r.department_id AS "departmentId", r.category_id AS "categoryId",
  (SELECT coalesce(json_agg(p.id ORDER BY p.created_at), '[]') FROM photo p
    WHERE p.report_id = r.id AND p.erased_at IS NULL) AS photos,
  (SELECT a.body::json FROM note a WHERE a.id = r.answers_note_id) AS answers,
  r.person_id AS "personId", p.email, p.confirmed_at IS NOT NULL AS confirmed`;

const entryColumns = `l.seq, l.chain, l.name, l.at, l.actor_kind AS "actorKind", l.actor_id AS "actorId", l.data,
  l.note_id AS "noteId", l.public, coalesce(u.name, a.name, s.name) AS "actorName",
  CASE WHEN l.name <> 'attributes-given' THEN coalesce(n.body, an.body) END AS words,
  coalesce(n.erased_at, an.erased_at) IS NOT NULL AS erased,
  coalesce((l.data->>'stars')::int, (sl.data->>'stars')::int, ca.stars) AS stars, ca.photo_id AS "photoId"`;

/** A citizen's act has its words in a row of its own, which the entry names; what was first said, where it was changed since. */
const entryJoins = `LEFT JOIN note n ON n.id = l.note_id
  LEFT JOIN citizen_act ca ON l.data ? 'actId' AND ca.id::text = l.data->>'actId'
  LEFT JOIN log_entry sl ON sl.chain = 'report:' || ca.report_id AND sl.fact_id = ca.id::text
  LEFT JOIN note an ON l.name <> 'rating-changed' AND an.id = CASE WHEN sl.data ? 'stars' THEN sl.note_id ELSE ca.note_id END
  LEFT JOIN app_user u ON l.actor_kind = 'user' AND u.id::text = l.actor_id
  LEFT JOIN agency a ON l.actor_kind = 'agency' AND a.id::text = l.actor_id
  LEFT JOIN supplier s ON l.actor_kind = 'supplier' AND s.id::text = l.actor_id`;

interface EntryRow {
  seq: number;
  chain: string;
  name: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  data: Record<string, unknown>;
  /** How a command names its words, which travel through no workflow. */
  noteId: string | null;
  words: string | null;
  erased: boolean;
  public: boolean;
  stars: number | null;
  photoId: string | null;
}

const entryOf = ({ actorKind, actorId, actorName, data, stars, photoId, ...entry }: EntryRow) => ({
  ...entry,
  actor: { kind: actorKind, id: actorId, ...(actorName !== null && { name: actorName }) },
  data: { ...data, ...(stars !== null && { stars }), ...(photoId !== null && { photoId }) },
});

export type TimelineEntry = ReturnType<typeof entryOf>;

/** The entries of the given chains in the order they were made, with the words that go with them. */
export async function timelineOf(db: DataSource, chains: string[]): Promise<TimelineEntry[]> {
  const rows: EntryRow[] = await db.query(
    `SELECT * FROM (SELECT ${entryColumns} FROM log_entry l ${entryJoins}
       WHERE l.chain = ANY($1) ORDER BY l.at DESC, l.chain DESC, l.seq DESC LIMIT ${mostEntries}) newest
     ORDER BY at, chain, seq`,
    [chains],
  );
  return rows.map(entryOf);
}

/** What is said in a review is for those who learn from it, who read it there. */
const withoutReview = (entry: TimelineEntry): TimelineEntry =>
  entry.name.startsWith('review-') ? { ...entry, words: null, noteId: null } : entry;

export interface ReportOfCase {
  id: string;
  personId: string | null;
  email: string | null;
  confirmed: boolean | null;
  [column: string]: unknown;
}

/**
 * Another case of the same story: this one became part of it (`merged`) or it of this one (`absorbed`), this one is its
 * recurrence (`recurrenceOf`) or it this one's; `mentioned`: the log names it.
 */
export interface JoinedCase {
  id: string;
  number: string;
  name: 'merged' | 'absorbed' | 'partOf' | 'part' | 'recurrenceOf' | 'recurrence' | 'mentioned';
  departmentId: string;
  involved: string[];
}

/** Everything about one case but the row itself, each list read by its own index. */
export async function readCasePage(db: DataSource, caseId: string) {
  const rows = (sql: string) => db.query(sql, [caseId]);
  const reports: ReportOfCase[] = await rows(
    `SELECT ${reportColumns} FROM membership m JOIN report r ON r.id = m.report_id
     LEFT JOIN note n ON n.id = r.note_id LEFT JOIN person p ON p.id = r.person_id
     WHERE m.case_id = $1 ORDER BY m.attached_at, r.id LIMIT ${mostReports}`,
  );
  const [{ priorityParts }]: [Pick<Case, 'priorityParts'>] = await rows(
    `SELECT priority_parts AS "priorityParts" FROM cases WHERE id = $1`,
  );
  const chains = [`case:${caseId}`, ...reports.map(({ id }) => `report:${id}`)];
  return {
    reports,
    timeline: (await timelineOf(db, chains)).map(withoutReview),
    clocks: await db.getRepository(CaseClock).find({
      where: { caseId },
      order: { cycle: 'ASC', startedAt: 'ASC', turn: 'ASC' },
    }),
    priorityParts,
    escalations: await db.getRepository(Escalation).find({ where: { caseId }, order: { firedAt: 'ASC' } }),
    repairs: await rows(repairs),
    supplierJob: ((await rows(supplierJob))[0] ?? null) as SupplierJobOfCase | null,
    qualifications: await rows(qualifications),
    ratings: await rows(ratings),
    forwards: await rows(forwards),
    messages: await rows(messages),
    photos: await rows(photos),
    joined: (await rows(joined)) as JoinedCase[],
    suggestions: await listSuggestions(db, caseId),
  };
}

// Rows of a command that the case has not confirmed are not part of it.
const repairs = `
SELECT r.id, r.cycle, r.crew_id AS "crewId", r.supplier_id AS "supplierId",
  r.agency_id AS "agencyId", r.procedure, r.hours::float8 AS hours,
  r.cost::float8 AS cost, r.photo_id AS "photoId", r.recorded_by AS "recordedBy", r.recorded_at AS "recordedAt",
  k.name AS contract, r.warranty_until::text AS "warrantyUntil", ${words('n')},
  (SELECT coalesce(json_agg(json_build_object('material', m.material, 'quantity', m.quantity::float8, 'unit', m.unit)
     ORDER BY m.material), '[]') FROM repair_material m WHERE m.repair_id = r.id) AS materials
FROM repair r LEFT JOIN note n ON n.id = r.note_id LEFT JOIN contract k ON k.id = r.contract_id
WHERE r.case_id = $1 AND ${CONFIRMED}
ORDER BY r.recorded_at`;

/** What the supplier that has the work says of it. */
export interface SupplierJobOfCase {
  acceptedAt: Date;
  /** A local day. */
  scheduledFor: string | null;
}

const supplierJob = `
SELECT j.accepted_at AS "acceptedAt", j.scheduled_for::text AS "scheduledFor"
FROM supplier_job j JOIN cases c ON c.id = j.case_id AND c.cycle = j.cycle AND c.supplier_id = j.supplier_id
WHERE j.case_id = $1`;

const qualifications = `
SELECT q.id, q.cycle, q.real, q.category_id AS "categoryId", q.category_right AS "categoryRight", q.danger,
  q.danger_right AS "dangerRight", q.description_right AS "descriptionRight", q.timely,
  q.recorded_by AS "recordedBy", q.recorded_at AS "recordedAt", ${words('n')}
FROM qualification q LEFT JOIN note n ON n.id = q.note_id
WHERE q.case_id = $1 AND EXISTS (SELECT 1 FROM log_entry l
  WHERE l.chain = 'case:' || $1 AND l.data->>'qualificationId' = q.id::text)
ORDER BY q.recorded_at`;

const ratings = `
SELECT a.id, a.report_id AS "reportId", a.stars, a.aspects, a.cycle, a.created_at AS "createdAt", ${words('n')}
FROM citizen_act a LEFT JOIN note n ON n.id = a.note_id
WHERE a.kind = 'rating' AND a.report_id IN (${membersOf}) ORDER BY a.created_at`;

const forwards = `
SELECT f.id, f.agency_id AS "agencyId", a.name AS "agencyName", f.attempt, f.msg_type AS "msgType", f.sequence,
  f.identifier, f.sent_at AS "sentAt", f.ack_by AS "ackBy", f.acknowledged_at AS "acknowledgedAt", f.tries,
  f.last_status AS "lastStatus", f.last_error AS "lastError", f.delivered_at AS "deliveredAt"
FROM forward f JOIN agency a ON a.id = f.agency_id
WHERE f.case_id = $1 ORDER BY f.sent_at`;

const messages = `
SELECT g.id, g.event, g.recipient_kind AS "recipientKind", ${recipientName}, r.number AS "reportNumber", g.status,
  g.created_at AS "createdAt", g.sent_at AS "sentAt"
FROM message g LEFT JOIN report r ON r.id = g.report_id WHERE g.case_id = $1 OR g.report_id IN (${membersOf})
ORDER BY g.created_at DESC LIMIT ${mostMessages}`;

const photos = `
SELECT p.id, p.purpose, p.report_id AS "reportId", p.width, p.height, p.created_at AS "createdAt" FROM photo p
WHERE (p.case_id = $1 OR p.report_id IN (${membersOf})) AND p.erased_at IS NULL ORDER BY p.created_at`;

const joined = `
SELECT c.id, c.number, c.department_id AS "departmentId", c.involved,
  CASE WHEN c.id = t.merged_into THEN 'merged' WHEN c.merged_into = t.id THEN 'absorbed'
    WHEN c.id = t.part_of THEN 'partOf' WHEN c.part_of = t.id THEN 'part'
    WHEN c.id = t.recurrence_of THEN 'recurrenceOf' WHEN c.recurrence_of = t.id THEN 'recurrence' ELSE 'mentioned' END AS name
FROM cases t JOIN cases c ON c.id IN (
  SELECT t.merged_into UNION SELECT t.recurrence_of UNION SELECT t.part_of
  UNION SELECT o.id FROM cases o WHERE o.part_of = t.id
  UNION SELECT o.id FROM cases o WHERE o.merged_into = t.id
  UNION SELECT o.id FROM cases o WHERE o.recurrence_of = t.id
  UNION SELECT s.case_id FROM split_order s WHERE s.into_case_id = t.id
  UNION SELECT coalesce(l.data->>'intoCaseId', l.data->>'caseId')::uuid FROM log_entry l
    WHERE l.chain = 'case:' || t.id AND l.name IN ('merged', 'absorbed', 'split', 'unmerged', 'unabsorbed'))
WHERE t.id = $1 ORDER BY c.opened_at, c.id`;
