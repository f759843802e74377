import type { EntityManager } from 'typeorm';
import { leftCases } from '../rewards/left';

/**
 * SQL that lets points and codes of people go on without saying whose they were; a code that was not used yet works on
 * for whoever has it. @param gone a query for the `id`s of the people
 */
export const forgetOwners = (gone: string) => `
WITH gone AS (${gone}),
  codes AS (UPDATE redemption SET person_id = NULL WHERE person_id IN (SELECT id FROM gone)),
  links AS (DELETE FROM citizen_link WHERE purpose = 'me' AND person_id IN (SELECT id FROM gone))
UPDATE points_entry SET person_id = NULL, case_id = NULL WHERE person_id IN (SELECT id FROM gone)`;

/** The same for those of these people who are erased; the others' points no longer say for which erased report they were. */
export async function forgetPoints(tx: EntityManager, personIds: string[]): Promise<void> {
  await tx.query(forgetOwners('SELECT id FROM person WHERE id = ANY($1) AND email IS NULL'), [personIds]);
  await tx.query(
    `UPDATE points_entry e SET case_id = NULL WHERE person_id = ANY($1) AND case_id IS NOT NULL
       AND NOT EXISTS (SELECT FROM report r JOIN membership m ON m.report_id = r.id
                       WHERE r.person_id = e.person_id AND (m.case_id = e.case_id
                         OR e.case_id IN (SELECT l.case_id FROM (${leftCases('r.id')}) l)))`,
    [personIds],
  );
}
