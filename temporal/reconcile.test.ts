import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { DataSource } from 'typeorm';
import { createReport, createTown, type Town } from '../activities/testing';
import { Case, CaseClock, LogEntry, Membership, Report } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import type { Command, CommandName } from '../domain/case/commands';
import { sendCommand } from './commands';
import { EMERGENCY_TASK_QUEUE } from './config';
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

const ended = (workflowId: string) =>
  until(
    async () => (await temporal.client.workflow.getHandle(workflowId).describe()).status.name !== 'RUNNING',
  );
const rowOf = (id: string) => db.getRepository(Case).findOneByOrFail({ id });
const give = (caseId: string, command: { name: CommandName } & Record<string, unknown>) =>
  sendCommand({ client: temporal.client, db }, caseId, {
    commandId: randomUUID(),
    actor: { kind: 'user', id: randomUUID() },
    ...command,
  } as Command);
const command = (caseId: string, name: 'verify' | 'accept') => give(caseId, { name });
const reject = (caseId: string) => give(caseId, { name: 'reject', reason: 'not-ours' });

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
  return reconcile({ db, client: temporal.client, slaSpeed: 1 }, options);
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

test('a case that had closed tells the members who never heard of it', async () => {
  const { reportId, caseId } = await verifiedCase();
  await reject(caseId);
  await ended(`case-${caseId}`);
  await ended(`report-${reportId}`);
  // As a crash between closing and telling leaves the rows, under a Temporal that was lost with it.
  await db.query('UPDATE report SET settled_at = NULL WHERE id = $1', [reportId]);
  expect(await run()).toMatchObject({ toldCases: 1 });
  await until(async () => (await db.getRepository(Report).findOneByOrFail({ id: reportId })).settledAt);
  expect(await run()).toMatchObject({ toldCases: 0, startedReports: 0 });
});

test('a restored database gets back what Temporal knows of an open case', async () => {
  const { caseId } = await verifiedCase();
  await stepBack(caseId, () => command(caseId, 'accept'));
  expect(await run()).toMatchObject({ reprojectedCases: 1, startedCases: 0, restartedCases: 0 });
  expect(await rowOf(caseId)).toMatchObject({ status: 'assigning' });
  const accepted = { chain: `case:${caseId}`, name: 'accepted' };
  expect(await db.getRepository(LogEntry).countBy(accepted)).toBe(1);
});

test('a restored database gets back the end of a case, and its merge with the members', async () => {
  const [closed, merged, into] = [await verifiedCase(), await verifiedCase(), await verifiedCase()];
  await stepBack(closed.caseId, () => reject(closed.caseId));
  await stepBack(merged.caseId, async () => {
    await give(merged.caseId, { name: 'merge', intoCaseId: into.caseId });
    await ended(`case-${merged.caseId}`);
    await db.query('UPDATE cases SET merged_into = NULL WHERE id = $1', [merged.caseId]);
    await db.query('UPDATE membership SET case_id = $2, moved = false WHERE report_id = $1', [
      ...[merged.reportId, merged.caseId],
    ]);
  });
  await ended(`case-${closed.caseId}`);
  expect(await run()).toMatchObject({ reprojectedCases: 2, startedCases: 0 });
  expect(await rowOf(closed.caseId)).toMatchObject({ status: 'rejected' });
  expect(await rowOf(merged.caseId)).toMatchObject({ outcome: 'merged', mergedInto: into.caseId });
  const { caseId } = await db.getRepository(Membership).findOneByOrFail({ reportId: merged.reportId });
  expect(caseId).toBe(into.caseId);
});

test('a merge into a case that has closed since comes back with the members, who hear of its end', async () => {
  const [into, merged] = [await verifiedCase(), await verifiedCase()];
  await stepBack(merged.caseId, async () => {
    await give(merged.caseId, { name: 'merge', intoCaseId: into.caseId });
    await ended(`case-${merged.caseId}`);
    await until(async () => (await rowOf(into.caseId)).members === 2);
    await reject(into.caseId);
    await ended(`case-${into.caseId}`);
    await ended(`report-${merged.reportId}`);
    await db.query('UPDATE cases SET merged_into = NULL WHERE id = $1', [merged.caseId]);
    await db.query('UPDATE membership SET case_id = $2, moved = false WHERE report_id = $1', [
      ...[merged.reportId, merged.caseId],
    ]);
    await db.query('UPDATE report SET settled_at = NULL WHERE id = $1', [merged.reportId]);
  });
  await run();
  const { caseId } = await db.getRepository(Membership).findOneByOrFail({ reportId: merged.reportId });
  expect(caseId).toBe(into.caseId);
  await until(
    async () => (await db.getRepository(Report).findOneByOrFail({ id: merged.reportId })).settledAt,
  );
});

test('a merge into a case that the restored database does not have has not happened', async () => {
  const [into, merged] = [await verifiedCase(), await verifiedCase()];
  await stepBack(merged.caseId, async () => {
    await give(merged.caseId, { name: 'merge', intoCaseId: into.caseId });
    await ended(`case-${merged.caseId}`);
    await until(async () => (await rowOf(into.caseId)).members === 2);
    await end(`case-${into.caseId}`);
    await end(`report-${merged.reportId}`).catch(() => {});
    await end(`report-${into.reportId}`).catch(() => {});
    await db.query('UPDATE cases SET merged_into = NULL WHERE id = $1', [merged.caseId]);
    await db.query('UPDATE membership SET case_id = $2, moved = false WHERE report_id = $1', [
      ...[merged.reportId, merged.caseId],
    ]);
    await db.query('DELETE FROM membership WHERE case_id = $1', [into.caseId]);
    await db.query('UPDATE report SET settled_at = now() WHERE id = $1', [into.reportId]);
    await db.query('DELETE FROM case_clock WHERE case_id = $1', [into.caseId]);
    await db.query('DELETE FROM case_event WHERE case_id = $1', [into.caseId]);
    await db.query('DELETE FROM cases WHERE id = $1', [into.caseId]);
  });
  // What was ordered comes back, is refused, and the case is open again.
  expect(await run()).toMatchObject({ unanswered: 0, reprojectedCases: 1 });
  await until(async () => (await command(merged.caseId, 'accept')).outcome === 'done');
  expect(await rowOf(merged.caseId)).toMatchObject({ status: 'assigning', mergedInto: null });
});

test('a merge that the other case has not heard of, Temporal having been lost, is told again', async () => {
  const [into, merged] = [await verifiedCase(), await verifiedCase()];
  await stepBack(into.caseId, async () => {
    await give(merged.caseId, { name: 'merge', intoCaseId: into.caseId });
    await ended(`case-${merged.caseId}`);
  });
  await forgotten(`case-${into.caseId}`);
  expect(await run()).toMatchObject({ toldMerges: 1 });
  const absorbed = { chain: `case:${into.caseId}`, name: 'absorbed' };
  await until(async () => (await db.getRepository(LogEntry).countBy(absorbed)) === 1);
  await until(async () => (await rowOf(into.caseId)).members === 2);
  expect(await run()).toMatchObject({ toldMerges: 0 });
});

test('while Temporal does not list what it knows, no case is begun from an old snapshot', async () => {
  const { caseId } = await verifiedCase();
  await end(`case-${caseId}`);
  await settled();
  const workflow = new Proxy(temporal.client.workflow, {
    get: (real, name) =>
      name === 'list'
        ? ({ query }: { query: string }) => {
            if (query.startsWith('WorkflowId')) throw new Error('No answer');
            return real.list({ query });
          }
        : Reflect.get(real, name, real),
  });
  const silent = new Proxy(temporal.client, {
    get: (real, name) => (name === 'workflow' ? workflow : Reflect.get(real, name, real)),
  });
  expect(await reconcile({ db, client: silent, slaSpeed: 1 })).toMatchObject({
    unanswered: 1,
    startedCases: 0,
  });
  expect(await run()).toMatchObject({ startedCases: 1, unanswered: 0 });
});

/** Temporal no longer knows the workflow, nor does late word begin it again. */
async function forgotten(workflowId: string): Promise<void> {
  const { connection, options } = temporal.client;
  const remove = () =>
    connection.workflowService.deleteWorkflowExecution({
      namespace: options.namespace,
      workflowExecution: { workflowId },
    });
  const isKnown = () => temporal.client.workflow.getHandle(workflowId).describe();
  for (let quiet = 0; quiet < 5; ) {
    quiet = await remove().then(
      () => 0,
      () => quiet + 1,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await expect(isKnown()).rejects.toThrow();
}

/** The rows of the case as they were before `work`. */
async function stepBack(caseId: string, work: () => Promise<unknown>): Promise<void> {
  const { status, outcome, version, snapshot, closedAt } = await rowOf(caseId);
  const [{ last }] = await db.query('SELECT max(seq) AS last FROM log_entry WHERE chain = $1', [
    `case:${caseId}`,
  ]);
  await work();
  await until(async () => (await rowOf(caseId)).version > version);
  await db.query(
    `UPDATE cases SET status = $2, outcome = $3, version = $4, snapshot = $5, closed_at = $6 WHERE id = $1`,
    [caseId, status, outcome, version, JSON.stringify(snapshot), closedAt],
  );
  await db.transaction(async (tx) => {
    // Only a restore takes entries back: the table itself refuses it.
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query('DELETE FROM log_entry WHERE chain = $1 AND seq > $2', [`case:${caseId}`, last]);
  });
}

test('an open case whose call for help got lost calls again', async () => {
  const { caseId } = await verifiedCase();
  const { id: reportId } = await createReport(db, town, { joinsCaseId: caseId, emergency: 'injured' });
  await startReportWorkflow({ client: temporal.client, db }, { reportId, emergency: 'none' });
  const forward = temporal.client.workflow.getHandle(`emergency-${caseId}-1`);
  await until(async () => (await rowOf(caseId)).forward === 'running');
  expect((await forward.describe()).taskQueue).toBe(EMERGENCY_TASK_QUEUE);
  await forward.terminate('lost');
  expect((await run()).forwards).toBe(1);
  await until(async () => (await forward.describe()).status.name === 'RUNNING');
});
