import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { HistoryArchive, Membership } from '../../../db/entities';
import { appendLog } from '../../../db/log';
import { startReportWorkflow } from '../../../temporal/starter';
import { devServerEnvironment } from '../../../temporal/testing';
import { startWork } from '../../../temporal/testing-work';
import { type Console, createReport, createTown, startConsole, type Town, until } from '../testing';

let temporal: TestWorkflowEnvironment;
let at: Console;
let stopWork: () => Promise<void>;
let town: Town;
let reportId: string;
let caseId: string;

beforeAll(async () => {
  temporal = await devServerEnvironment();
  at = await startConsole(temporal.client);
  stopWork = await startWork(temporal, at.db);
  town = await createTown(at.db);
  const report = await createReport(at.db, town, { text: 'Una buca' });
  reportId = report.id;
  await startReportWorkflow({ client: temporal.client, db: at.db }, { reportId, emergency: 'none' });
  caseId = await until(async () => (await at.db.getRepository(Membership).findOneBy({ reportId }))?.caseId);
  await reject();
});
afterAll(async () => {
  await stopWork();
  await at.stop();
  await temporal.teardown();
});

/** Ends the case by a real command, and waits until both histories are archived. */
async function reject(): Promise<void> {
  const operator = await at.person('operator');
  const command = { name: 'reject', commandId: randomUUID(), reason: 'not-ours', note: 'È della Provincia.' };
  await until(async () => (await operator.post(`/cases/${caseId}/commands`, command)).status === 200);
  await until(async () => (await at.db.getRepository(HistoryArchive).count()) === 2);
}

test('the auditor sees log, chains and runs, and that all three tell the same', async () => {
  const auditor = await at.person('auditor');
  const list = await auditor.get('/audit?_sort=openedAt&_order=DESC');
  expect(list.body.map(({ id }: { id: string }) => id)).toEqual([caseId]);
  const { status, body } = await auditor.get(`/audit/${caseId}`);
  expect(status).toBe(200);
  expect(body.reports).toEqual([{ id: reportId, number: expect.any(String) }]);
  expect(body.chains).toHaveLength(2);
  expect(body.chains.every(({ intact }: { intact: boolean }) => intact)).toBe(true);
  expect(body.runs.map(({ workflowId }: { workflowId: string }) => workflowId).sort()).toEqual([
    `case-${caseId}`,
    `report-${reportId}`,
  ]);
  expect(body.comparison).toMatchObject({ missing: [], different: [], unexplained: [], statusFits: true });
  expect(body.comparison.agreed).toBeGreaterThan(1);
  const names = body.entries.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['received', 'opened', 'rejected']));
});

test('a history is handed out raw, and running it again gives the same decisions', async () => {
  const auditor = await at.person('auditor');
  const { runs } = (await auditor.get(`/audit/${caseId}`)).body;
  for (const { workflowId, runId } of runs) {
    const asked = new URLSearchParams({ workflowId, runId });
    const history = await auditor.get(`/audit/${caseId}/history?${asked}`);
    expect(history.body.events[0].eventType).toBe('EVENT_TYPE_WORKFLOW_EXECUTION_STARTED');
    expect(JSON.stringify(history.body)).not.toContain('Provincia');
    const verdict = await auditor.post(`/audit/${caseId}/replay`, { workflowId, runId });
    expect(verdict.body).toEqual({
      reproduced: true,
      buildId: expect.stringMatching(/^[0-9a-f]{16}$/),
      message: null,
    });
  }
});

test('what staff said and what followed from the decisions needs no history; any other entry does', async () => {
  const auditor = await at.person('auditor');
  const operator = await at.person('operator');
  const append = (name: string) =>
    at.db.transaction((tx) =>
      appendLog(tx, {
        ...{ chain: `case:${caseId}`, factId: randomUUID(), name, at: new Date(), public: false },
        actor: { kind: 'system', id: null },
      }),
    );
  const unexplained = async () => (await auditor.get(`/audit/${caseId}`)).body.comparison.unexplained;
  expect((await operator.post(`/cases/${caseId}/comments`, { words: 'Ci sono passato.' })).status).toBe(201);
  await append('priority-changed');
  expect(await unexplained()).toEqual([]);
  await append('started');
  expect(await unexplained()).toEqual([expect.any(String)]);
});

test('a log that somebody changed is told', async () => {
  const auditor = await at.person('auditor');
  const tamper = (name: string) =>
    at.db.transaction(async (tx) => {
      await tx.query("SET LOCAL session_replication_role = 'replica'");
      await tx.query("UPDATE log_entry SET name = $2 WHERE chain = $1 AND name LIKE '%ed' AND seq > 1", [
        `case:${caseId}`,
        name,
      ]);
    });
  await tamper('accepted');
  const { body } = await auditor.get(`/audit/${caseId}`);
  expect(body.chains.find(({ chain }: { chain: string }) => chain.startsWith('case:'))).toMatchObject({
    intact: false,
    breach: 'changed',
  });
  expect(body.comparison).toMatchObject({ statusFits: false });
  expect(body.comparison.different.length).toBeGreaterThan(0);
  await tamper('rejected');
});

test('only auditors and administrators, only their department, only this case’s histories', async () => {
  const operator = await at.person('operator');
  for (const path of ['/audit', `/audit/${caseId}`]) expect((await operator.get(path)).status).toBe(403);
  const elsewhere = await createTown(at.db);
  const stranger = await at.person('auditor', elsewhere.departmentId);
  expect((await stranger.get('/audit')).body).toEqual([]);
  expect((await stranger.get(`/audit/${caseId}`)).status).toBe(404);
  const auditor = await at.person('auditor', town.departmentId);
  const foreign = { workflowId: `case-${randomUUID()}`, runId: randomUUID() };
  expect((await auditor.post(`/audit/${caseId}/replay`, foreign)).status).toBe(404);
  expect((await auditor.post(`/audit/${caseId}/replay`, { ...foreign, runId: 'x' })).status).toBe(422);
});
