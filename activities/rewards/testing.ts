import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { PointsEntry, Qualification, Report, Reward } from '../../db/entities';
import { lockCase, project } from '../projection';
import { caseWith, createPerson, factOf, stateOf, type Town } from '../testing';

/** A reward for ten points that can be had today, without a limit. */
export async function createReward(db: DataSource, change: Partial<Reward> = {}): Promise<string> {
  const id = randomUUID();
  await db.getRepository(Reward).insert({
    ...{ id, nameIt: 'Ingresso al museo', nameEn: 'A museum ticket', cost: 10, stock: null, codeDays: 30 },
    ...{ validFrom: '2020-01-01', validTo: '2099-12-31', ...change },
  });
  return id;
}

/** Somebody with a confirmed address and so many points. */
export async function createSaver(db: DataSource, amount: number): Promise<string> {
  const { id: personId } = await createPerson(db);
  await db.getRepository(PointsEntry).insert({ id: randomUUID(), personId, amount, reason: 'first' });
  return personId;
}

export async function balanceOf(db: DataSource, personId: string): Promise<number> {
  const lines = await db.getRepository(PointsEntry).findBy({ personId });
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

/** A case that several people reported, in this order (null: without an address), each with danger 3 and themselves. */
export async function reportedBy(
  db: DataSource,
  town: Town,
  personIds: (string | null)[],
): Promise<{ caseId: string; reportIds: string[] }> {
  const { caseId, reportIds } = await caseWith(db, town, personIds.length);
  const inOrder: { id: string }[] = await db.query(
    'SELECT id FROM report WHERE id = ANY($1) ORDER BY received_at, number',
    [reportIds],
  );
  const begin = Date.now() - 3_600_000;
  for (const [index, { id }] of inOrder.entries())
    await db.getRepository(Report).update(id, {
      ...{
        personId: personIds[index] ?? null,
        byOwner: true,
        danger: 3,
        receivedAt: new Date(begin + index),
      },
    });
  return { caseId, reportIds: inOrder.map(({ id }) => id) };
}

let versions = 1;

/** A technician's qualification, as the case's workflow has it projected. */
export async function qualify(
  db: DataSource,
  town: Town,
  caseId: string,
  found: Partial<Qualification> = {},
): Promise<void> {
  const qualificationId = randomUUID();
  await db.getRepository(Qualification).insert({
    ...{ id: qualificationId, caseId, cycle: 1, real: true, categoryId: town.categoryId, danger: 3 },
    ...{ categoryRight: true, dangerRight: true, descriptionRight: true, timely: true },
    ...{ recordedBy: randomUUID(), ...found },
  });
  const { real = true, danger = 3 } = found;
  const record = {
    state: stateOf(caseId, town, { version: ++versions, status: 'rating', danger }),
    facts: [factOf('qualified', { data: { qualificationId, real, danger, categoryId: town.categoryId } })],
  };
  // Twice: what is repeated is done once.
  for (let twice = 0; twice < 2; twice++)
    await db.transaction(async (tx) => project(tx, await lockCase(tx, caseId), record, { slaSpeed: 1 }));
}
