import type { DataSource, EntityManager } from 'typeorm';
import { type Sendable, taskFor, taskOnTheWay } from '../../domain/round/pool';
import type { RoundStatus, StopStatus, StopTask } from '../../domain/round/state';
import { caseColumns, type RoundCase } from './rounds';

/** A case that a crew can be sent to, and for what. */
export type PoolCase = Omit<RoundCase, 'photos' | 'words'> & Sendable & { task: StopTask };

/** More than a crew could ever be sent to in a shift: the most urgent are planned. */
export const poolAtMost = 250;

interface Asked {
  departmentId: string;
  crewId: string;
  /** The round that is planned or under way; what it holds itself may stay. */
  roundId: string;
  /** Under way: what other drafts hold may be had, and emergencies that nobody has taken on. */
  onTheWay?: boolean;
  /** Only these. */
  among?: string[] | null;
}

/** The cases of a department to which this crew can be sent and which no other round has, the most urgent first. */
export async function readPool(
  db: DataSource | EntityManager,
  { departmentId, crewId, roundId, onTheWay = false, among = null }: Asked,
): Promise<PoolCase[]> {
  const rows: Omit<PoolCase, 'task'>[] = await db.query(
    `SELECT ${caseColumns}, true AS located, ${safetyCrew} AS "safetyCrewId"
     FROM cases c JOIN category k ON k.id = c.category_id
     WHERE c.department_id = $1 AND c.kind = 'problem' AND c.location IS NOT NULL
       AND (c.status = 'assigning' OR (c.status IN ('assigned','working') AND c.crew_id = $2) OR c.safety = 'ordered'
            OR ($5 AND c.status IN ('verifying','accepting') AND c.emergency <> 'none'))
       AND NOT EXISTS (SELECT FROM round_stop s JOIN round r ON r.id = s.round_id
                       WHERE s.case_id = c.id AND s.status IN ('planned','arrived') AND s.round_id <> $3
                         AND (NOT $5 OR r.status = 'dispatched'))
       AND ($4::uuid[] IS NULL OR c.id = ANY($4))
     ORDER BY c.band, c.priority DESC, c.opened_at, c.id LIMIT ${poolAtMost}`,
    [departmentId, crewId, roundId, among, onTheWay],
  );
  return rows.flatMap((row) => {
    const task = (onTheWay ? taskOnTheWay : taskFor)(row, crewId);
    return task ? [{ ...row, task }] : [];
  });
}

const safetyCrew = `CASE WHEN c.safety = 'ordered' THEN (SELECT l.data->>'crewId' FROM log_entry l
  WHERE l.chain = 'case:' || c.id AND l.name = 'make-safe-ordered' ORDER BY l.seq DESC LIMIT 1) END`;

/** The round that holds a case, if any. */
export async function roundOfCase(
  db: DataSource,
  caseId: string,
): Promise<{ id: string; crewId: string; status: RoundStatus; shiftFrom: Date; stop: StopStatus } | null> {
  const [row = null] = await db.query(
    `SELECT r.id, r.crew_id AS "crewId", r.status, r.shift_from AS "shiftFrom", s.status AS stop
     FROM round_stop s JOIN round r ON r.id = s.round_id
     WHERE s.case_id = $1 AND s.status IN ('planned','arrived')`,
    [caseId],
  );
  return row;
}
