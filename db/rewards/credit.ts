import type { EntityManager } from 'typeorm';
import { earned } from '../../domain/rewards/points';
import { leftCases } from './left';

/**
 * Credits everybody with an address whose report is in a case that was just found to be real, in the caller's
 * transaction. Once a person and case, and not for a report that was credited in a case it has left since. Repeating it
 * is harmless, and so is a second qualification.
 */
export const creditCase = (tx: EntityManager, caseId: string): Promise<void> =>
  credit(tx, caseId, { personId: null, reason: null });

/** What an upheld appeal brings, where the judgement had brought nothing. */
export const creditAppeal = (tx: EntityManager, caseId: string, personId: string): Promise<void> =>
  credit(tx, caseId, { personId, reason: 'corrected' });

async function credit(
  tx: EntityManager,
  caseId: string,
  { personId, reason }: { personId: string | null; reason: 'corrected' | null },
): Promise<void> {
  await tx.query(
    `INSERT INTO points_entry (id, person_id, amount, reason, case_id)
     SELECT gen_random_uuid(), person_id, CASE WHEN is_first THEN $2::int ELSE $3::int END,
       coalesce($4::text, CASE WHEN is_first THEN 'first' ELSE 'further' END), $1
     FROM (SELECT r.person_id, min(r.received_at) = (SELECT min(f.received_at)
             FROM report f JOIN membership fm ON fm.report_id = f.id WHERE fm.case_id = $1) AS is_first
           FROM report r JOIN membership m ON m.report_id = r.id JOIN person p ON p.id = r.person_id
           WHERE m.case_id = $1 AND p.email IS NOT NULL AND ($5::uuid IS NULL OR p.id = $5::uuid)
             AND r.received_at <= (SELECT max(recorded_at) FROM qualification WHERE case_id = $1)
           GROUP BY r.person_id
           HAVING NOT bool_or(EXISTS (SELECT FROM points_entry e JOIN (${leftCases('r.id')}) l ON l.case_id = e.case_id
             WHERE e.person_id = r.person_id AND e.at <= l.at))) reporters
     ON CONFLICT (person_id, case_id) WHERE case_id IS NOT NULL DO NOTHING`,
    [caseId, earned.first, earned.further, reason, personId],
  );
}
