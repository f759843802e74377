import type { DataSource } from 'typeorm';
import { CONFIRMED } from '../../db/views/confirmed';
import type { Answer } from '../../domain/attributes/attribute';
import { DomainError } from '../../domain/errors';
import type { CaseStatus, Danger } from '../../domain/vocabulary';

/** Work that a supplier has, as it may know of it: no words of citizens, no names, no contacts. */
export interface Job {
  caseId: string;
  number: string;
  cycle: number;
  status: CaseStatus;
  category: { it: string; en: string };
  department: { it: string; en: string };
  danger: Danger;
  address: string | null;
  lat: number | null;
  lon: number | null;
  dueAt: Date | null;
  acceptedAt: Date | null;
  /** A local day. */
  scheduledFor: string | null;
  /** The last day of the warranty under which it is theirs to do again; null for other work. */
  underWarranty: string | null;
}

const JOBS = `
SELECT c.id AS "caseId", c.number, c.cycle, c.status, c.danger, c.address, ST_Y(c.location) AS lat, ST_X(c.location) AS lon,
  json_build_object('it', g.name_it, 'en', g.name_en) AS category,
  json_build_object('it', d.name_it, 'en', d.name_en) AS department,
  c.repair_due_at AS "dueAt", j.accepted_at AS "acceptedAt", j.scheduled_for::text AS "scheduledFor",
  -- What was repaired since the duty was taken over ends it: who mended last answers for the place.
  (SELECT max(w.warranty_until)::text FROM warranty_claim w
   JOIN handover h ON h.claim_id = w.id AND h.status = 'taken'
   WHERE w.case_id = c.id AND w.supplier_id = $1 AND w.state = 'accepted' AND NOT EXISTS (
     SELECT FROM repair r WHERE r.case_id = c.id AND r.recorded_at >= h.offered_at AND ${CONFIRMED})) AS "underWarranty"
FROM cases c JOIN category g ON g.id = c.category_id JOIN department d ON d.id = c.department_id
LEFT JOIN supplier_job j ON j.case_id = c.id AND j.cycle = c.cycle AND j.supplier_id = $1
WHERE c.supplier_id = $1 AND c.status IN ('assigned', 'working') AND ($2::text IS NULL OR c.number = $2)
ORDER BY c.repair_due_at NULLS LAST, c.number LIMIT 500`;

/** What a supplier has to do, the most urgent first. */
export const jobsOf = (db: DataSource, supplierId: string): Promise<Job[]> =>
  db.query(JOBS, [supplierId, null]);

/** One piece of it. @throws DomainError `not-found`, also for somebody else's */
export async function jobOf(db: DataSource, supplierId: string, number: string): Promise<Job> {
  const [found] = await db.query(JOBS, [supplierId, number]);
  if (!found) throw new DomainError('not-found');
  return found;
}

/** What was asked of a supplier or offered to it, with the id that its own link is made of. */
export interface Asked {
  kind: 'question' | 'offer' | 'thread';
  /** An offer of work under warranty. */
  claimed: boolean;
  id: string;
  number: string;
  category: { it: string; en: string };
  dueAt: Date | null;
}

const ASKED = `
SELECT asked.*, c.number, json_build_object('it', g.name_it, 'en', g.name_en) AS category
FROM (
  SELECT 'question' AS kind, false AS claimed, id, case_id, due_at AS "dueAt" FROM question
    WHERE kind = 'supplier' AND party_id = $1 AND status = 'open' AND answer_id IS NULL
  UNION ALL SELECT 'offer', claim_id IS NOT NULL, id, case_id, NULL FROM handover
    WHERE kind = 'supplier' AND party_id = $1 AND status = 'offered'
) asked JOIN cases c ON c.id = asked.case_id JOIN category g ON g.id = c.category_id
ORDER BY asked."dueAt" NULLS FIRST, c.number`;

export const askedOf = (db: DataSource, supplierId: string): Promise<Asked[]> =>
  db.query(ASKED, [supplierId]);

/** What was done lately, and how long it has to last. */
export interface Done {
  number: string;
  category: { it: string; en: string };
  recordedAt: Date;
  warrantyUntil: string | null;
}

export const doneBy = (db: DataSource, supplierId: string): Promise<Done[]> =>
  db.query(
    `SELECT c.number, json_build_object('it', g.name_it, 'en', g.name_en) AS category,
       r.recorded_at AS "recordedAt", r.warranty_until::text AS "warrantyUntil"
     FROM repair r JOIN cases c ON c.id = r.case_id JOIN category g ON g.id = c.category_id
     WHERE r.supplier_id = $1 AND ${CONFIRMED}
     ORDER BY r.recorded_at DESC LIMIT 20`,
    [supplierId],
  );

/** What helps to find the place and to bring the right things: pictures and answers to the category's questions. */
export async function hintsOf(
  db: DataSource,
  caseId: string,
): Promise<{ photos: string[]; answers: Answer[] }> {
  const [found] = await db.query(
    `SELECT COALESCE((SELECT json_agg(p.id ORDER BY p.created_at) FROM photo p
         WHERE p.erased_at IS NULL AND p.purpose IN ('report', 'made-safe', 'on-site')
           AND (p.case_id = $1 OR p.report_id IN (SELECT report_id FROM membership WHERE case_id = $1))), '[]') AS photos,
       COALESCE((SELECT n.body::json FROM membership m JOIN report r ON r.id = m.report_id
         JOIN note n ON n.id = r.answers_note_id AND n.erased_at IS NULL
         WHERE m.case_id = $1 ORDER BY m.attached_at LIMIT 1), '[]') AS answers`,
    [caseId],
  );
  return found;
}
