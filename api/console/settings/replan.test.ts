import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Case, LogEntry } from '../../../db/entities';
import { startReportWorkflow } from '../../../temporal/starter';
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

test('open cases plan again when their policy changes, even one that was planned a moment before', async () => {
  const town = await createTown(at.db);
  const { id: reportId } = await createReport(at.db, town);
  const admin = await at.person('admin');
  const { body: policy } = await admin.get(`/policies/${town.policyId}`);
  await startReportWorkflow({ client: temporal.client, db: at.db }, { reportId, emergency: 'none' });
  expect(await until(() => promised(town))).toBe(60);

  const repair = { ...policy.targets.targets.repair, minutes: 45 };
  const targets = { ...policy.targets, targets: { ...policy.targets.targets, repair } };
  expect((await admin.put(`/policies/${town.policyId}`, { ...policy, targets })).status).toBe(200);
  await until(async () => (await promised(town)) === 45);
  const { id } = await at.db.getRepository(Case).findOneByOrFail({ departmentId: town.departmentId });
  expect(await at.db.getRepository(LogEntry).countBy({ chain: `case:${id}`, name: 'replanned' })).toBe(1);
});
