import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { DataSource } from 'typeorm';
import { createCrew, createRound } from '../activities/round/testing';
import { createReport, createTown, type Town } from '../activities/testing';
import { Case, LogEntry, Membership, Round, RoundStop } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import type { Command } from '../domain/case/commands';
import type { RoundCommand } from '../domain/round/commands';
import { sendCommand, sendRoundCommand } from './commands';
import { reconcile } from './reconcile';
import { startReportWorkflow } from './starter';
import { findLostRounds, startRounds } from './sweeps';
import { devServerEnvironment } from './testing';
import { startWork } from './testing-work';

let database: TestDatabase;
let db: DataSource;
let temporal: TestWorkflowEnvironment;
let stopWork: () => Promise<void>;
let town: Town;
let crewId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  temporal = await devServerEnvironment();
  stopWork = await startWork(temporal, db);
  town = await createTown(db);
  crewId = await createCrew(db, town);
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

const of = () => ({ client: temporal.client, db });
const actor = { kind: 'user', id: randomUUID() } as const;
const rowOf = (id: string) => db.getRepository(Round).findOneByOrFail({ id });
const caseOf = (id: string) => db.getRepository(Case).findOneByOrFail({ id });
const handle = (roundId: string) => temporal.client.workflow.getHandle(`round-${roundId}`);
const isRunning = async (roundId: string) => (await handle(roundId).describe()).status.name === 'RUNNING';
const tell = (roundId: string, name: RoundCommand['name'], given: object = {}) =>
  sendRoundCommand(of(), roundId, { name, commandId: randomUUID(), actor, ...given } as RoundCommand);
/** The list of what runs follows what happens with a moment's delay. */
const run = async () => {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return reconcile({ ...of(), slaSpeed: 1 });
};

async function waitingCase(): Promise<string> {
  const { id: reportId } = await createReport(db, town);
  await startReportWorkflow(of(), { reportId, emergency: 'none' });
  const member = () => db.getRepository(Membership).findOneBy({ reportId });
  const { caseId } = await until(member);
  for (const name of ['verify', 'accept'] as const)
    await until(async () => {
      const command: Command = { name, commandId: randomUUID(), actor };
      return (await sendCommand(of(), caseId, command)).outcome === 'done';
    });
  return caseId;
}

/** Handed over a while ago by somebody who could not start it. */
async function dispatched(count = 1) {
  const cases = [];
  for (let n = 0; n < count; n++) cases.push(await waitingCase());
  const roundId = await createRound(db, town, {
    ...{ crewId, dispatchedBy: actor.id, dispatchedAt: new Date(Date.now() - 60_000) },
    stops: cases.map((caseId) => ({ caseId })),
  });
  return { roundId, cases };
}
async function started(count = 1) {
  const made = await dispatched(count);
  await startRounds(of());
  for (const caseId of made.cases) await until(async () => (await caseOf(caseId)).crewId === crewId);
  await until(async () => (await rowOf(made.roundId)).version > 0);
  return made;
}

test('a round that was dispatched and has no workflow gets one, once', async () => {
  const { roundId, cases } = await dispatched();
  const draft = await createRound(db, town, { crewId, stops: [] });
  expect(await startRounds(of())).toBe(1);
  expect(await startRounds(of())).toBe(0);
  await until(async () => (await caseOf(cases[0]!)).status === 'assigned');
  expect(await rowOf(roundId)).toMatchObject({ startedAt: expect.any(Date), version: 1 });
  expect(await rowOf(draft)).toMatchObject({ status: 'draft', startedAt: null });
});

test('a crew’s words reach the cases, and come back as rows', async () => {
  const { roundId, cases } = await started();
  const [caseId] = cases as [string];
  expect(await tell(roundId, 'arrive', { caseId })).toMatchObject({
    outcome: 'done',
    result: { refused: null },
  });
  expect(await caseOf(caseId)).toMatchObject({ status: 'working' });
  expect(await tell(roundId, 'end')).toEqual({ outcome: 'refused', code: 'stop-in-progress' });
  expect(await tell(roundId, 'not-possible', { caseId, reason: 'weather' })).toMatchObject({
    outcome: 'done',
  });
  expect(await caseOf(caseId)).toMatchObject({ status: 'assigning', crewId: null });
  expect(await tell(roundId, 'end')).toMatchObject({ outcome: 'done' });
  expect(await rowOf(roundId)).toMatchObject({ status: 'over' });
  await handle(roundId).result();
  // Its workflow has ended: it is asked all the same, and knows.
  expect(await tell(roundId, 'arrive', { caseId })).toEqual({ outcome: 'refused', code: 'round-over' });
});

test('a round whose workflow somebody ended goes on where it was, by the sweep and by reconcile', async () => {
  const { roundId, cases } = await started(2);
  const [one, other] = cases as [string, string];
  await tell(roundId, 'arrive', { caseId: one });
  await handle(roundId).terminate('lost');
  expect(await findLostRounds(of())).toBe(1);
  expect(await findLostRounds(of())).toBe(0);
  expect(await tell(roundId, 'arrive', { caseId: other })).toEqual({
    outcome: 'refused',
    code: 'stop-in-progress',
  });

  await handle(roundId).terminate('lost');
  expect(await run()).toMatchObject({ startedRounds: 1, orphans: 0 });
  expect(await run()).toMatchObject({ startedRounds: 0, restartedRounds: 0, reprojectedRounds: 0 });
  expect(await isRunning(roundId)).toBe(true);
});

test('a workflow that knows less than the database begins again from there', async () => {
  const { roundId, cases } = await started();
  const { snapshot } = await rowOf(roundId);
  const state = { ...snapshot!.state, version: 9 };
  state.stops = state.stops.map((stop) => ({ ...stop, status: 'done' as const }));
  await db.query('UPDATE round SET version = 9, snapshot = $2 WHERE id = $1', [
    ...[roundId, JSON.stringify({ state, errands: [] })],
  ]);
  expect(await run()).toMatchObject({ restartedRounds: 1 });
  expect(await tell(roundId, 'arrive', { caseId: cases[0] })).toMatchObject({ code: 'illegal-transition' });
});

test('a restored database gets back what Temporal knows of a round', async () => {
  const { roundId, cases } = await started();
  const before = await rowOf(roundId);
  await tell(roundId, 'arrive', { caseId: cases[0] });
  await db.query('UPDATE round SET version = $2, snapshot = $3 WHERE id = $1', [
    ...[roundId, before.version, JSON.stringify(before.snapshot)],
  ]);
  await db.query(`UPDATE round_stop SET status = 'planned', arrived_at = NULL WHERE round_id = $1`, [
    roundId,
  ]);
  await db.transaction(async (tx) => {
    // Only a restore takes entries back: the table itself refuses it.
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query(`DELETE FROM log_entry WHERE chain = $1 AND name = 'arrived'`, [`round:${roundId}`]);
  });
  expect(await run()).toMatchObject({ reprojectedRounds: 1 });
  expect(await db.getRepository(RoundStop).findOneByOrFail({ roundId })).toMatchObject({ status: 'arrived' });
  const arrived = { chain: `round:${roundId}`, name: 'arrived' };
  expect(await db.getRepository(LogEntry).countBy(arrived)).toBe(1);
});

test('a round’s workflow that belongs to no round is ended', async () => {
  const roundId = randomUUID();
  await temporal.client.workflow.start('roundWorkflow', {
    ...{ taskQueue: 'nobody', workflowId: `round-${roundId}`, args: [{ roundId }] },
  });
  expect((await run()).orphans).toBe(1);
  expect(await isRunning(roundId)).toBe(false);
});
