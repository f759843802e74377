import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { DataSource } from 'typeorm';
import { createReport, createTown, type Town } from '../activities/testing';
import { Case, CaseClock, Membership } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { sendCommand } from './commands';
import { reconcile } from './reconcile';
import { startReportWorkflow } from './starter';
import { devServerEnvironment } from './testing';
import { startWork } from './testing-work';

let database: TestDatabase;
let db: DataSource;
let temporal: TestWorkflowEnvironment;
let stopWork: () => Promise<void>;
let town: Town;

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  temporal = await devServerEnvironment();
  stopWork = await startWork(temporal, db);
  town = await createTown(db);
});
afterAll(async () => {
  await stopWork();
  await temporal.teardown();
  await database.drop();
});

async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 150; tries++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come.');
}

const rowOf = (id: string) => db.getRepository(Case).findOneByOrFail({ id });
const command = (caseId: string, name: 'verify' | 'accept') =>
  sendCommand({ client: temporal.client, db }, caseId, {
    name,
    commandId: randomUUID(),
    actor: { kind: 'user', id: randomUUID() },
  });

/** A report whose case is verified. */
async function verifiedCase(): Promise<{ reportId: string; caseId: string }> {
  const { id: reportId } = await createReport(db, town);
  await startReportWorkflow({ client: temporal.client, db }, { reportId, emergency: 'none' });
  const caseId = await until(
    async () => (await db.getRepository(Membership).findOneBy({ reportId }))?.caseId,
  );
  await until(async () => (await command(caseId, 'verify')).outcome === 'done');
  return { reportId, caseId };
}

const end = (workflowId: string) => temporal.client.workflow.getHandle(workflowId).terminate('lost');
/** The list of what runs follows what happens with a moment's delay. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 1500));
const run = async (options = {}) => {
  await settled();
  return reconcile({ db, client: temporal.client }, options);
};

test('what lost its workflow goes on where the database left it, with its clocks', async () => {
  const { reportId, caseId } = await verifiedCase();
  const clocks = await db.getRepository(CaseClock).findBy({ caseId });
  expect(clocks.length).toBeGreaterThan(0);
  await end(`case-${caseId}`);
  await end(`report-${reportId}`);

  expect(await run({ dry: true })).toMatchObject({ startedCases: 1, startedReports: 1 });
  expect(await run()).toMatchObject({ startedCases: 1, startedReports: 1, restartedCases: 0, orphans: 0 });
  expect(await run()).toMatchObject({ startedCases: 0, startedReports: 0, agreed: 2, unanswered: 0 });

  expect(await command(caseId, 'verify')).toEqual({ outcome: 'refused', code: 'illegal-transition' });
  expect(await command(caseId, 'accept')).toMatchObject({ outcome: 'done', result: { status: 'assigning' } });
  const after = await db.getRepository(CaseClock).findBy({ caseId });
  for (const { kind, dueAt } of clocks) expect(after.find((one) => one.kind === kind)?.dueAt).toEqual(dueAt);
});

test('a workflow that knows less than the database begins again from there', async () => {
  const { caseId } = await verifiedCase();
  const { snapshot } = await rowOf(caseId);
  // As after restoring Temporal from before the case was accepted.
  const later = { ...snapshot!, version: snapshot!.version + 5, status: 'assigning' as const };
  await db.query('UPDATE cases SET version = $2, status = $3, snapshot = $4 WHERE id = $1', [
    ...[caseId, later.version, later.status, JSON.stringify(later)],
  ]);
  expect(await run()).toMatchObject({ restartedCases: 1, startedCases: 0 });
  expect(await command(caseId, 'accept')).toEqual({ outcome: 'refused', code: 'illegal-transition' });
});

test('a workflow that belongs to nothing here is ended', async () => {
  const workflowId = `report-${randomUUID()}`;
  const options = { taskQueue: 'nobody', workflowId, args: [{ reportId: workflowId.slice(7) }] };
  await temporal.client.workflow.start('reportWorkflow', options);
  expect((await run()).orphans).toBe(1);
  const { status } = await temporal.client.workflow.getHandle(workflowId).describe();
  expect(status.name).toBe('TERMINATED');
});

test('a case that was opened and never projected still reads its members', async () => {
  const { reportId, caseId } = await verifiedCase();
  await end(`case-${caseId}`);
  await end(`report-${reportId}`);
  await db.query('UPDATE cases SET version = 0, snapshot = NULL WHERE id = $1', [caseId]);
  await run();
  await until(async () => (await rowOf(caseId)).members === 1 && (await rowOf(caseId)).version > 0);
});
