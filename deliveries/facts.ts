import type { DataSource } from 'typeorm';
import type { Message } from '../db/entities';
import { titleOf } from '../db/geo/municipality';
import type { CaseStatus, Danger, Emergency, Outcome, ReportKind } from '../domain/vocabulary';

/** What the database knows about what a message tells. */
export interface Facts {
  municipality: string;
  contactEmail: string;
  timezone: string;
  reportNumber: string | null;
  registerNumber: string | null;
  caseNumber: string | null;
  kind: ReportKind | null;
  category: string | null;
  department: string | null;
  address: string | null;
  lat: number | null;
  lon: number | null;
  danger: Danger | null;
  emergency: Emergency | null;
  members: number;
  outcome: Outcome | null;
  status: CaseStatus | null;
  repairDueAt: Date | null;
  repairEscalateAt: Date | null;
  dueAt: Date | null;
  pauseEndsAt: Date | null;
  ackBy: Date | null;
  linkUntil: Date | null;
  crew: string | null;
  agency: string | null;
  photoId: string | null;
  linkEpoch: number | null;
  note: string | null;
  words: string | null;
}

/**
 * One statement, so that the message is of one moment. The words are the report's, or those of the first
 * report in the case; they are read only for agencies and road owners, who need them to act.
 */
const SQL = `
SELECT
  ${titleOf('t')} AS municipality,
  t.contact_email AS "contactEmail", t.timezone,
  r.number AS "reportNumber", r.register_number AS "registerNumber", c.number AS "caseNumber",
  COALESCE(c.kind, r.kind) AS kind,
  CASE $4::text WHEN 'it' THEN g.name_it ELSE g.name_en END AS category,
  CASE $4::text WHEN 'it' THEN d.name_it ELSE d.name_en END AS department,
  COALESCE(r.address, c.address) AS address,
  ST_Y(COALESCE(r.location, c.location)) AS lat, ST_X(COALESCE(r.location, c.location)) AS lon,
  COALESCE(c.danger, r.danger) AS danger, COALESCE(c.emergency, r.emergency) AS emergency,
  (SELECT count(*)::int FROM membership m WHERE m.case_id = c.id) AS members,
  c.outcome, c.status, c.repair_due_at AS "repairDueAt", c.due_at AS "dueAt",
  (SELECT k.escalate_at FROM case_clock k WHERE k.case_id = c.id AND k.kind = 'repair'
   ORDER BY k.cycle DESC, k.turn DESC LIMIT 1) AS "repairEscalateAt",
  (SELECT to_timestamp(COALESCE(p->>'endsAt', p->>'until')::float8 / 1000)
   FROM jsonb_array_elements(c.snapshot->'pauses') p WHERE p->>'id' = $3::jsonb->>'pauseId') AS "pauseEndsAt",
  (SELECT f.ack_by FROM forward f WHERE f.id = ($3::jsonb->>'forwardId')::uuid) AS "ackBy",
  (SELECT l.expires_at FROM citizen_link l WHERE l.purpose = 'confirm' AND l.person_id = $5
     AND (l.report_id = r.id OR (r.id IS NULL AND l.case_id = c.id))
   ORDER BY l.expires_at DESC LIMIT 1) AS "linkUntil",
  (SELECT w.name FROM crew w WHERE w.id = COALESCE(($3::jsonb->>'crewId')::uuid, c.crew_id)) AS crew,
  (SELECT s.link_epoch FROM supplier s WHERE s.id = $5) AS "linkEpoch",
  (SELECT a.name FROM agency a WHERE a.id = ($3::jsonb->>'agencyId')::uuid) AS agency,
  COALESCE(($3::jsonb->>'photoId')::uuid,
           (SELECT e.photo_id FROM repair e WHERE e.id = ($3::jsonb->>'repairId')::uuid)) AS "photoId",
  (SELECT n.body FROM note n WHERE $6 AND n.id = COALESCE(($3::jsonb->>'noteId')::uuid,
     (SELECT m.note_id FROM question q JOIN thread_message m ON m.id = q.message_id
      WHERE q.id = ($3::jsonb->>'questionId')::uuid))) AS note,
  (SELECT n.body FROM note n WHERE $7 AND n.id = COALESCE(r.note_id,
     (SELECT o.note_id FROM membership m JOIN report o ON o.id = m.report_id WHERE m.case_id = c.id
      ORDER BY o.received_at, o.id LIMIT 1))) AS words
FROM (SELECT * FROM municipality LIMIT 1) t
LEFT JOIN cases c ON c.id = $1
LEFT JOIN report r ON r.id = $2
LEFT JOIN category g ON g.id = COALESCE(c.category_id, r.category_id)
LEFT JOIN department d ON d.id = COALESCE(c.department_id, r.department_id)`;

/** @param withNote whether the recipient may read what staff wrote about this */
export async function loadFacts(db: DataSource, message: Message, withNote: boolean): Promise<Facts> {
  const { caseId, reportId, data, locale, recipientId, recipientKind } = message;
  const needsWords = recipientKind === 'agency' || recipientKind === 'owner';
  const [facts] = await db.query(SQL, [
    caseId,
    reportId,
    JSON.stringify(data),
    locale,
    recipientId,
    withNote,
    needsWords,
  ]);
  if (!facts) throw new Error('no-municipality');
  return facts;
}
