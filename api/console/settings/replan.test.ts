import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Case, LogEntry, SlaPolicy } from '../../../db/entities';
import { startReportWorkflow } from '../../../temporal/starter';
import { replanCases } from '../../../temporal/sweeps';
import { devServerEnvironment } from '../../../temporal/testing';
import { startWork } from '../../../temporal/testing-work';
import { type Console, createReport, createTown, startConsole, type Town, until } from '../testing';

let temporal: TestWorkflowEnvironment;
let at: Console;
let stopWork: () => Promise<void>;
beforeAll(async () => {
  temporal = await devServerEnvironment();
  at = await startConsole(temporal.client);
  stopWork = await startWork(temporal, at.db);
});
afterAll(async () => {
  await stopWork();
  await at.stop();
  await temporal.teardown();
});

/** Minutes from the opening of the department's case to its promised repair. */
async function promised({ departmentId }: Town): Promise<number | null> {
  const row = await at.db.getRepository(Case).findOneBy({ departmentId });
  return row?.repairDueAt ? Math.round((row.repairDueAt.getTime() - row.openedAt.getTime()) / 60_000) : null;
}

/** A case of a town of its own, planned. */
async function openCase(): Promise<Town> {
  const town = await createTown(at.db);
  await at.db.getRepository(SlaPolicy).update(town.policyId, { departmentId: town.departmentId });
  // What was not changed in the console is known after two seconds.
  await setTimeout(2_100);
  const { id: reportId } = await createReport(at.db, town);
  await startReportWorkflow({ client: temporal.client, db: at.db }, { reportId, emergency: 'none' });
  expect(await until(() => promised(town))).toBe(60);
  return town;
}

async function promise({ policyId }: Town, minutes: number): Promise<void> {
  const admin = await at.person('admin');
  const { body: policy } = await admin.get(`/policies/${policyId}`);
  const repair = { ...policy.targets.targets.repair, minutes };
  const targets = { ...policy.targets, targets: { ...policy.targets.targets, repair } };
  expect((await admin.put(`/policies/${policyId}`, { ...policy, targets })).status).toBe(200);
}

const sweep = () => replanCases({ client: temporal.client, db: at.db });
const sweepTo = async (town: Town, minutes: number) => {
  await sweep();
  await until(async () => (await promised(town)) === minutes);
};

test('open cases plan again when their policy changes, even one that was planned a moment before', async () => {
  const town = await openCase();
  await promise(town, 45);
  await sweepTo(town, 45);
  const { id } = await at.db.getRepository(Case).findOneByOrFail({ departmentId: town.departmentId });
  expect(await at.db.getRepository(LogEntry).countBy({ chain: `case:${id}`, name: 'replanned' })).toBe(1);
  expect(await sweep()).toBe(0);
});

test('a case that was sent on plans again when the policy that planned its repair changes', async () => {
  const [from, to] = [await openCase(), await createTown(at.db)];
  const { id } = await at.db.getRepository(Case).findOneByOrFail({ departmentId: from.departmentId });
  const operator = await at.person('operator');
  const reroute = { name: 'reroute', commandId: randomUUID(), note: 'theirs' };
  const { departmentId, categoryId } = to;
  const command = { ...reroute, departmentId, categoryId };
  expect((await operator.post(`/cases/${id}/commands`, command)).status).toBe(200);
  await promise(from, 45);
  await sweepTo(to, 45);
});

test('a change while Temporal is away is told when it is back', async () => {
  const town = await openCase();
  await promise(town, 45);
  const away = new Proxy(temporal.client, {
    get: (client, name) => (name === 'workflow' ? undefined : Reflect.get(client, name, client)),
  });
  await expect(replanCases({ client: away, db: at.db })).rejects.toThrow();
  expect(await promised(town)).toBe(60);
  await sweepTo(town, 45);
});
