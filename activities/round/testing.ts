import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Crew, Round, RoundStop } from '../../db/entities';
import type { StopTask } from '../../domain/round/state';
import type { Town } from '../testing';

/** A crew of the town. */
export async function createCrew(
  db: DataSource,
  { departmentId }: Pick<Town, 'departmentId'>,
): Promise<string> {
  const id = randomUUID();
  await db.getRepository(Crew).insert({ id, departmentId, name: 'Squadra 1', skills: [] });
  return id;
}

/** A round of these cases, in their order; with `dispatchedBy` one that was handed over just now. */
export async function createRound(
  db: DataSource,
  { departmentId }: Pick<Town, 'departmentId'>,
  fields: Partial<Round> & { crewId: string; stops: { caseId: string; task?: StopTask }[] },
): Promise<string> {
  const { stops, ...given } = fields;
  const id = given.id ?? randomUUID();
  const now = Date.now();
  await db.getRepository(Round).insert({
    ...{ id, departmentId, shiftFrom: new Date(now), shiftTo: new Date(now + 6 * 3_600_000), seed: 1 },
    depot: { type: 'Point', coordinates: [8.61, 44.91] },
    createdBy: randomUUID(),
    ...(given.dispatchedBy && { status: 'dispatched', dispatchedAt: new Date(now) }),
    ...(given as object),
  });
  await db
    .getRepository(RoundStop)
    .insert(stops.map(({ caseId, task = 'repair' }, position) => ({ roundId: id, caseId, position, task })));
  return id;
}
