import type { DataSource } from 'typeorm';
import { dateOf, placeOf, problemOf, seconds, type ToVisit } from '../../../activities/round/problem';
import { planInThread } from '../../../activities/rounds/planner-thread';
import { Crew, type LeftOut, type Round, RoundStop } from '../../../db/entities';
import { type PoolCase, readPool } from '../../../db/views/round-pool';
import { planRound } from '../../../domain/rounds/plan';
import type { RoundPlan, RoundProblem } from '../../../domain/rounds/types';
import { refusal } from '../../errors';
import type { Planned } from './draft';
import type { DraftStops } from './input';

/** How long people wait for a plan; a search that is through sooner answers sooner. */
const patienceMs = 5000;

/** Plans a draft: what is locked stays, the most urgent of what else waits comes in. In a thread of its own. */
export async function planDraft(db: DataSource, row: Round): Promise<Planned> {
  const before = await stopsOf(db, row.id);
  const pool = await poolOf(db, row);
  const locked = new Set(before.filter((stop) => stop.locked).map(({ caseId }) => caseId));
  const problem = await problemOfRound(db, row, pool, locked);
  const current = before.map(({ caseId }) => caseId).filter((id) => pool.some((one) => one.id === id));
  const found = await planInThread(problem, { seed: row.seed, current, budgetMs: patienceMs });
  const leftOut = found.left.map(({ id, why }): LeftOut => ({ caseId: id, why }));
  return { ...planned(found, pool, locked), leftOut };
}

/**
 * Puts a draft's stops in the given order: what no longer waits is left out of it, what was taken out is said.
 * @throws DomainError `invalid-input` for a case that is added and that this crew cannot be sent to
 */
export async function orderDraft(db: DataSource, row: Round, wanted: DraftStops): Promise<Planned> {
  const before = await stopsOf(db, row.id);
  const pool = await poolOf(
    db,
    row,
    wanted.map(({ caseId }) => caseId),
  );
  const waits = ({ caseId }: { caseId: string }) => pool.some(({ id }) => id === caseId);
  const wasThere = ({ caseId }: { caseId: string }) => before.some((stop) => stop.caseId === caseId);
  if (wanted.some((stop) => !waits(stop) && !wasThere(stop))) throw refusal({ stops: 'choice' });
  const order = wanted.filter(waits);
  const chosen = order.map(({ caseId }) => caseId);
  const problem = await problemOfRound(db, row, pool, new Set(chosen));
  // Where all is locked in its order there is nothing to search for.
  const found = planRound(problem, { seed: row.seed, current: chosen, iterations: 0 });
  const locked = new Set(order.filter((stop) => stop.locked).map(({ caseId }) => caseId));
  const known = row.leftOut.filter(({ caseId }) => !chosen.includes(caseId));
  const removed = before
    .filter(({ caseId }) => !chosen.includes(caseId))
    .map(({ caseId }): LeftOut => ({ caseId, why: 'by-hand' }));
  return { ...planned(found, pool, locked), leftOut: [...removed, ...known] };
}

const stopsOf = (db: DataSource, roundId: string) =>
  db.getRepository(RoundStop).find({ where: { roundId }, order: { position: 'ASC' } });

const poolOf = (db: DataSource, { id, departmentId, crewId }: Round, among?: string[]) =>
  readPool(db, { roundId: id, departmentId, crewId, among });

async function problemOfRound(
  db: DataSource,
  { crewId, shiftFrom, shiftTo, breaks, depot }: Round,
  pool: PoolCase[],
  locked: ReadonlySet<string>,
): Promise<RoundProblem> {
  const { skills } = await db.getRepository(Crew).findOneByOrFail({ id: crewId });
  const way = {
    shift: { from: seconds(shiftFrom), to: seconds(shiftTo) },
    ...{ start: depot.coordinates, depot: depot.coordinates, breaks, skills },
  };
  const visit = (one: PoolCase): ToVisit => ({
    ...one,
    caseId: one.id,
    place: placeOf(one),
    locked: locked.has(one.id),
  });
  return problemOf(way, pool.map(visit));
}

function planned(found: RoundPlan, pool: PoolCase[], locked: ReadonlySet<string>): Omit<Planned, 'leftOut'> {
  const tasks = new Map(pool.map(({ id, task }) => [id, task]));
  const iso = (at: number) => dateOf(at).toISOString();
  return {
    stops: found.stops.map(({ id, arriveAt, leaveAt }) => ({
      ...{ caseId: id, task: tasks.get(id)!, locked: locked.has(id) },
      ...{ arriveAt: dateOf(arriveAt), leaveAt: dateOf(leaveAt) },
    })),
    plan: {
      backAt: iso(found.backAt),
      travelSeconds: found.travelSeconds,
      breaks: found.breaks.map(({ startAt, endAt }) => ({ startAt: iso(startAt), endAt: iso(endAt) })),
      conflicts: found.conflicts.map(({ id, why }) => ({ caseId: id, why })),
    },
  };
}
