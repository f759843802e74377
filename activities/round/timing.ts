import type { EntityManager } from 'typeorm';
import { Crew, type Round } from '../../db/entities';
import type { RoundState } from '../../domain/round/state';
import { planRound } from '../../domain/rounds/plan';
import type { Place } from '../../domain/rounds/types';
import type { Band } from '../../domain/vocabulary';
import { dateOf, problemOf, seconds, type ToVisit } from './problem';

/** When the crew is expected at a stop and on its way again. */
export interface Expected {
  arriveAt: Date;
  leaveAt: Date;
}

interface CaseRow {
  id: string;
  lat: number;
  lon: number;
  band: Band;
  priority: number;
  serviceMinutes: number;
  skill: string | null;
}

/**
 * When the crew is expected at the stops that are still to do, in their order, from where it is now: at a stop for as
 * long as such work takes, at the last one that it left, or still at its depot.
 * @param now epoch milliseconds
 */
export async function expectedTimes(
  tx: EntityManager,
  row: Round,
  { stops, shiftTo }: RoundState,
  now: number,
): Promise<Map<string, Expected>> {
  const todo = stops.filter(({ status }) => status === 'planned');
  if (todo.length === 0) return new Map();
  const cases = await casesOf(
    tx,
    stops.map(({ caseId }) => caseId),
  );
  const depot = row.depot.coordinates;
  const here = stops.find(({ status }) => status === 'arrived');
  const last = stops.findLast(({ arrivedAt, leftAt }) => arrivedAt !== null && leftAt !== null);
  const placeOf = (caseId: string): Place => {
    const found = cases.get(caseId);
    return found ? [found.lon, found.lat] : depot;
  };
  const { skills } = await tx.findOneByOrFail(Crew, { id: row.crewId });
  const from = here
    ? (here.arrivedAt ?? now) + (cases.get(here.caseId)?.serviceMinutes ?? 0) * 60_000
    : (last?.leftAt ?? Math.max(row.shiftFrom.getTime(), now));
  const visits = todo.flatMap(({ caseId, task }): ToVisit[] => {
    const found = cases.get(caseId);
    return found ? [{ ...found, caseId, task, place: placeOf(caseId), locked: true }] : [];
  });
  const problem = await problemOf(
    {
      shift: { from: seconds(from), to: Math.max(seconds(shiftTo), seconds(from)) },
      start: here || last ? placeOf((here ?? last)!.caseId) : depot,
      ...{ depot, breaks: row.breaks, skills },
    },
    visits,
  );
  const order = visits.map(({ caseId }) => caseId);
  const times = planRound(problem, { seed: row.seed, current: order, iterations: 0 }).stops;
  return new Map(
    times.map(({ id, arriveAt, leaveAt }) => [id, { arriveAt: dateOf(arriveAt), leaveAt: dateOf(leaveAt) }]),
  );
}

async function casesOf(tx: EntityManager, ids: string[]): Promise<Map<string, CaseRow>> {
  const rows: CaseRow[] = await tx.query(
    `SELECT c.id, st_y(c.location) AS lat, st_x(c.location) AS lon, c.band, c.priority,
            k.service_minutes AS "serviceMinutes", k.skill
     FROM cases c JOIN category k ON k.id = c.category_id
     WHERE c.id = ANY($1::uuid[]) AND c.location IS NOT NULL`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
