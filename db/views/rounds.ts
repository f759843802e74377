import type { DataSource } from 'typeorm';
import type { RoundStatus, StopStatus, StopTask } from '../../domain/round/state';
import type { Band } from '../../domain/vocabulary';
import type { LeftOut, PlanSummary, Point, RoundBreak } from '../entities';
import { Conditions, type PageOf } from './conditions';

export interface RoundFilter {
  /** Only this department's, whatever else is asked: the person's own. */
  scope: string | null;
  ids?: string[];
  status?: RoundStatus[];
  departmentId?: string[];
  crewId?: string[];
  /** `YYYY-MM-DD` in the municipality's time: the day on which the shift begins. */
  day?: string;
}

export interface RoundRow {
  id: string;
  departmentId: string;
  crewId: string;
  shiftFrom: Date;
  shiftTo: Date;
  status: RoundStatus;
  plannedAt: Date | null;
  dispatchedAt: Date | null;
  overAt: Date | null;
  /** How many of its stops are how. */
  counts: Partial<Record<StopStatus, number>>;
}

export const roundOrders = {
  shiftFrom: { ASC: 'r.shift_from, r.id', DESC: 'r.shift_from DESC, r.id' },
  id: { ASC: 'r.id', DESC: 'r.id DESC' },
} as const;

const columns = `r.id, r.department_id AS "departmentId", r.crew_id AS "crewId", r.shift_from AS "shiftFrom",
  r.shift_to AS "shiftTo", r.status, r.planned_at AS "plannedAt", r.dispatched_at AS "dispatchedAt",
  r.over_at AS "overAt",
  (SELECT coalesce(json_object_agg(s.status, s.count), '{}') FROM (
     SELECT status, count(*)::int AS count FROM round_stop WHERE round_id = r.id GROUP BY status) s) AS counts`;

/** A page of rounds. */
export async function listRounds(
  db: DataSource,
  filter: RoundFilter,
  page: PageOf,
): Promise<{ rows: RoundRow[]; total: number }> {
  const conditions = conditionsOf(filter);
  const { where } = conditions;
  const [{ total }] = await db.query(
    `SELECT count(*)::int AS total FROM round r ${where}`,
    conditions.values,
  );
  const limit = `LIMIT ${conditions.value(page.limit)} OFFSET ${conditions.value(page.start)}`;
  const rows = await db.query(
    `SELECT ${columns} FROM round r ${where} ORDER BY ${page.orderBy} ${limit}`,
    conditions.values,
  );
  return { rows, total };
}

function conditionsOf({ scope, ids, status, departmentId, crewId, day }: RoundFilter): Conditions {
  const conditions = new Conditions();
  if (scope) conditions.anyOf('r.department_id', [scope], 'uuid');
  conditions.anyOf('r.id', ids, 'uuid');
  conditions.anyOf('r.status', status);
  conditions.anyOf('r.department_id', departmentId, 'uuid');
  conditions.anyOf('r.crew_id', crewId, 'uuid');
  if (day) {
    const here = '(SELECT timezone FROM municipality LIMIT 1)';
    conditions.add(`(r.shift_from AT TIME ZONE ${here})::date = ${conditions.value(day)}::date`);
  }
  return conditions;
}

/** A case as a round shows it: where it is, how urgent, what the citizens wrote and photographed. */
export interface RoundCase {
  id: string;
  number: string;
  status: string;
  categoryId: string;
  danger: number;
  emergency: string;
  band: Band;
  priority: number;
  members: number;
  address: string | null;
  lat: number;
  lon: number;
  crewId: string | null;
  serviceMinutes: number;
  skill: string | null;
  repairDueAt: Date | null;
  photos: string[];
  words: string[];
}

const fewest = 6;

/** Of `cases c` with its `category k`. */
export const caseColumns = `c.id, c.number, c.kind, c.status, c.safety, c.paused, c.category_id AS "categoryId", c.danger,
  c.emergency, c.band, c.priority, c.members, c.address, st_y(c.location) AS lat, st_x(c.location) AS lon,
  c.crew_id AS "crewId", k.service_minutes AS "serviceMinutes", k.skill, c.repair_due_at AS "repairDueAt"`;

const photosAndWords = `
  (SELECT coalesce(json_agg(f.id), '[]') FROM (
     SELECT p.id FROM membership m JOIN photo p ON p.report_id = m.report_id AND p.erased_at IS NULL
     WHERE m.case_id = c.id ORDER BY m.attached_at, p.created_at LIMIT ${fewest}) f) AS photos,
  (SELECT coalesce(json_agg(w.body), '[]') FROM (
     SELECT n.body FROM membership m JOIN report p ON p.id = m.report_id JOIN note n ON n.id = p.note_id
     WHERE m.case_id = c.id AND n.body <> '' ORDER BY m.attached_at LIMIT ${fewest}) w) AS words`;

export interface RoundStopRow {
  caseId: string;
  position: number;
  task: StopTask;
  locked: boolean;
  inserted: boolean;
  status: StopStatus;
  arriveAt: Date | null;
  leaveAt: Date | null;
  arrivedAt: Date | null;
  leftAt: Date | null;
  reason: string | null;
  refused: string | null;
  photoId: string | null;
  /** What the crew wrote. */
  words: string | null;
  case: RoundCase;
}

export interface RoundDetail extends RoundRow {
  breaks: RoundBreak[];
  depot: Point;
  plan: PlanSummary | null;
  stops: RoundStopRow[];
  leftOut: (LeftOut & { case: RoundCase })[];
}

/** Everything about one round, or null, also where it is another department's. */
export async function readRound(
  db: DataSource,
  id: string,
  scope: string | null,
): Promise<RoundDetail | null> {
  const [row] = await db.query(
    `SELECT ${columns}, r.breaks, st_asgeojson(r.depot)::json AS depot, r.plan, r.left_out AS "leftOut"
     FROM round r WHERE r.id = $1 AND ($2::uuid IS NULL OR r.department_id = $2)`,
    [id, scope],
  );
  if (!row) return null;
  const stops: (Omit<RoundStopRow, 'case'> & { case?: RoundCase })[] = await db.query(
    `SELECT s.case_id AS "caseId", s.position, s.task, s.locked, s.inserted, s.status, s.arrive_at AS "arriveAt",
            s.leave_at AS "leaveAt", s.arrived_at AS "arrivedAt", s.left_at AS "leftAt", s.reason, s.refused,
            s.photo_id AS "photoId", n.body AS words
     FROM round_stop s LEFT JOIN note n ON n.id = s.note_id WHERE s.round_id = $1 ORDER BY s.position`,
    [id],
  );
  const leftOut: LeftOut[] = row.leftOut;
  const cases = await casesOf(
    db,
    [...stops, ...leftOut].map(({ caseId }) => caseId),
  );
  return {
    ...row,
    stops: stops.map((stop) => ({ ...stop, case: cases.get(stop.caseId)! })),
    leftOut: leftOut.flatMap((left) => {
      const known = cases.get(left.caseId);
      return known ? [{ ...left, case: known }] : [];
    }),
  };
}

async function casesOf(db: DataSource, ids: string[]): Promise<Map<string, RoundCase>> {
  const rows: RoundCase[] = await db.query(
    `SELECT ${caseColumns}, ${photosAndWords} FROM cases c JOIN category k ON k.id = c.category_id
     WHERE c.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
