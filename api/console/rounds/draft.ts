import { randomInt, randomUUID } from 'node:crypto';
import type { Response } from 'express';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { lockRound } from '../../../activities/round/projection';
import { Crew, type LeftOut, Municipality, Round, RoundStop } from '../../../db/entities';
import { DomainError } from '../../../domain/errors';
import type { StopTask } from '../../../domain/round/state';
import { refusal } from '../../errors';
import type { Deps } from '../../http/deps';
import { parse } from '../../http/validate';
import { requireFor } from '../route';
import { currentUser } from '../session/current';
import { checkShift, newRound } from './input';

/** The round, for somebody who may do this to it. */
export async function roundFor(
  { db }: Pick<Deps, 'db'>,
  res: Response,
  id: string,
  action: Parameters<typeof requireFor>[1],
): Promise<Round> {
  const row = await db.getRepository(Round).findOneBy({ id });
  if (!row) throw new DomainError('not-found');
  requireFor(res, action, row.departmentId);
  return row;
}

/** Begins a round for a crew and a shift, without stops. @returns its id */
export async function createDraft({ db }: Deps, res: Response, body: unknown): Promise<string> {
  const input = parse(newRound, body);
  checkShift(input, Date.now());
  const { crewId, shiftFrom, shiftTo, breaks } = input;
  const crew = await db.getRepository(Crew).findOneBy({ id: crewId, active: true });
  if (!crew) throw refusal({ crewId: 'choice' });
  requireFor(res, 'round.plan', crew.departmentId);
  const depot =
    input.depot ?? crew.depot ?? (await db.getRepository(Municipality).findOneByOrFail({})).center;
  const id = randomUUID();
  await db.getRepository(Round).insert({
    ...{ id, departmentId: crew.departmentId, crewId, shiftFrom, shiftTo, breaks, depot },
    seed: randomInt(2 ** 31),
    createdBy: currentUser(res).id,
  });
  return id;
}

/** A stop of a draft as it is written. */
export interface DraftStop {
  caseId: string;
  task: StopTask;
  locked: boolean;
  arriveAt: Date;
  leaveAt: Date;
}

export interface Planned {
  stops: DraftStop[];
  leftOut: LeftOut[];
  plan: Round['plan'];
}

/**
 * Puts a plan in the place of a draft's stops.
 * @throws DomainError `conflict` where somebody has changed the round since `seen` was read; `already-in-round` where
 * another round has got one of the cases meanwhile
 */
export async function savePlan(
  { db }: Pick<Deps, 'db'>,
  seen: Round,
  { stops, leftOut, plan }: Planned,
  userId: string,
): Promise<void> {
  await db
    .transaction(async (tx) => {
      const row = await lockDraft(tx, seen.id);
      if (row.plannedAt?.getTime() !== seen.plannedAt?.getTime()) throw new DomainError('conflict');
      await tx.delete(RoundStop, { roundId: row.id });
      const rows = stops.map((stop, position) => ({ roundId: row.id, position, ...stop }));
      if (rows.length > 0) await tx.insert(RoundStop, rows);
      const planned = { plannedAt: new Date(), plannedBy: userId };
      await tx.update(Round, { id: row.id }, { leftOut, plan, ...planned } as never);
    })
    .catch((error) => {
      const held = error instanceof QueryFailedError && error.message.includes('round_stop_held');
      throw held ? new DomainError('already-in-round') : error;
    });
}

/** The row of a draft, locked; what is dispatched is planned no more. */
export async function lockDraft(tx: EntityManager, id: string): Promise<Round> {
  const row = await lockRound(tx, id);
  if (row.status !== 'draft') throw new DomainError('conflict');
  return row;
}

/** Lets a draft go, and its cases with it. */
export const discardDraft = ({ db }: Deps, id: string): Promise<void> =>
  db.transaction(async (tx) => {
    await lockDraft(tx, id);
    await tx.delete(Round, { id });
  });
