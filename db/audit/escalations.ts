import type { EntityManager } from 'typeorm';
import type { ClockKind, Stage } from '../../domain/vocabulary';

/** A stage that the log tells and the list of late work does not, or the other way round. */
export interface EscalationFault {
  caseId: string;
  clock: ClockKind;
  stage: Stage;
  how: 'removed' | 'added';
}

/** Holds the list of late work against the log: a breach cannot be made to disappear from it. */
export const checkEscalations = (db: EntityManager): Promise<EscalationFault[]> =>
  db.query(
    `SELECT case_id AS "caseId", clock, stage,
            CASE WHEN e.case_id IS NULL THEN 'removed' ELSE 'added' END AS how
     FROM escalation e
     FULL JOIN (SELECT substr(chain, 6)::uuid AS case_id, data->>'clock' AS clock, data->>'stage' AS stage,
                       (data->>'cycle')::int AS cycle, (data->>'turn')::int AS turn
                FROM log_entry WHERE chain LIKE 'case:%' AND name IN ('reminder', 'breach', 'management')) l
     USING (case_id, clock, stage, cycle, turn)
     WHERE e.case_id IS NULL OR l.case_id IS NULL`,
  );
