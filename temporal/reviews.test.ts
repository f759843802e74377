import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { DataSource } from 'typeorm';
import { caseWith, createTown, createUser } from '../activities/testing';
import { Escalation, Message, Review } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { reconcile } from './reconcile';
import { tellReview } from './starter';
import { findLostReviews, tellReviews } from './sweeps';
import { devServerEnvironment } from './testing';
import { startWork } from './testing-work';

let database: TestDatabase;
let db: DataSource;
let temporal: TestWorkflowEnvironment;
let stopWork: () => Promise<void>;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  temporal = await devServerEnvironment();
  stopWork = await startWork(temporal, db);
});
afterAll(async () => {
  await stopWork();
  await temporal.teardown();
  await database.drop();
});

const of = () => ({ client: temporal.client, db });
const rowOf = (id: string) => db.getRepository(Review).findOneByOrFail({ id });
const handle = (id: string) => temporal.client.workflow.getHandle(`review-${id}`);
const isRunning = async (id: string) => (await handle(id).describe()).status.name === 'RUNNING';

async function until(look: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come.');
}

/** A review that somebody follows until a moment, and that nobody has told its workflow of for a while. */
async function followed(followUpAt: Date): Promise<string> {
  const town = await createTown(db);
  const { caseId } = await caseWith(db, town, 1);
  const id = randomUUID();
  const [openedAt, ownerId] = [new Date(Date.now() - 60_000), await createUser(db, 'oversight')];
  const { departmentId } = town;
  await db.getRepository(Escalation).insert({
    ...{ id, caseId, departmentId, clock: 'repair', cycle: 1, turn: 1, stage: 'breach', cause: 'time' },
    ...{ dueAt: openedAt, firedAt: openedAt },
  });
  await db.getRepository(Review).insert({
    ...{ id, caseId, departmentId, clock: 'repair', openedAt, status: 'following', causes: ['load'] },
    ...{ ownerId, followUpAt, changedAt: openedAt, version: 1 },
  });
  return id;
}

const tomorrow = () => new Date(Date.now() + 86_400_000);

test('what was written and not told is told by the sweep, and falls due on its day', async () => {
  const id = await followed(new Date(Date.now() + 1500));
  expect(await tellReviews(of())).toBe(1);
  expect(await tellReviews(of())).toBe(0);
  await until(async () => (await rowOf(id)).status === 'due');
  await handle(id).result();
  expect(await db.getRepository(Message).countBy({ event: 'review-due' })).toBe(1);
});

test('what was written while it was told keeps its mark', async () => {
  const id = await followed(tomorrow());
  const earlier = new Date(Date.now() - 120_000);
  await tellReview(of(), { id, changedAt: earlier });
  expect((await rowOf(id)).changedAt).not.toBeNull();
  expect(await tellReviews(of())).toBe(1);
  expect((await rowOf(id)).changedAt).toBeNull();
});

test('a follow-up whose workflow somebody ended is waited for again, by the sweep and by reconcile', async () => {
  const id = await followed(tomorrow());
  await tellReviews(of());
  await until(() => isRunning(id));
  await handle(id).terminate('lost');
  // The list of what runs follows what happens with a moment's delay.
  await until(async () => (await findLostReviews(of())) > 0);
  expect(await isRunning(id)).toBe(true);
  await handle(id).terminate('lost');
  await until(async () => (await reconcile({ ...of(), slaSpeed: 1 })).reviews > 0);
  expect(await isRunning(id)).toBe(true);
});

test('a workflow that belongs to no review is ended', async () => {
  const id = randomUUID();
  await temporal.client.workflow.start('reviewWorkflow', {
    ...{ taskQueue: 'nobody', workflowId: `review-${id}`, args: [{ reviewId: id }] },
  });
  await until(async () => (await reconcile({ ...of(), slaSpeed: 1 })).orphans > 0);
  expect(await isRunning(id)).toBe(false);
});
