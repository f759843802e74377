import { randomUUID } from 'node:crypto';
import { Stage } from '../../testing/stage';
import { progressQuery, reportWorkflowId } from '../messages';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const reportOf = (reportId: string) => stage.env.client.workflow.getHandle(reportWorkflowId(reportId));
const step = async (reportId: string) => (await reportOf(reportId).query(progressQuery)).step;

test('matched, handed over, asked to rate, settled', async () => {
  const { reportId, caseId } = await stage.report();
  expect(await reportOf(reportId).query(progressQuery)).toEqual({ reportId, caseId, step: 'waiting' });
  await stage.work(caseId);
  await stage.repair(caseId);
  await stage.until(async () => (await step(reportId)) === 'rating');
  await stage.command(caseId, 'close', { outcome: 'repaired' });
  await reportOf(reportId).result();
  expect(await step(reportId)).toBe('settled');
  const told = ['matchOrOpen', 'handOver', 'askForRating', 'settleReport'];
  const calls = stage.world.calls.filter(({ input }) => JSON.stringify(input).includes(reportId));
  expect(calls.map(({ name }) => name).filter((name) => told.includes(name))).toEqual(told);
  expect(stage.world.callsOf('archiveHistory', reportWorkflowId(reportId))).toHaveLength(1);
});

test('everybody who reported the same problem hears of its end', async () => {
  const { reportId, caseId } = await stage.report();
  const others = await Promise.all([1, 2, 3].map(() => stage.report({ joins: caseId })));
  expect(others.map((other) => other.caseId)).toEqual([caseId, caseId, caseId]);
  await stage.command(caseId, 'reject', { reason: 'not-ours' });
  for (const id of [reportId, ...others.map((other) => other.reportId)]) await reportOf(id).result();
  expect(stage.state(caseId).members).toBe(4);
  expect(stage.world.callsOf('settleReport', caseId)).toHaveLength(4);
});

test('what a citizen adds goes to the case once, also when it is sent twice', async () => {
  const { reportId, caseId } = await stage.report();
  const actId = randomUUID();
  await stage.act(reportId, 'photo', actId);
  await stage.act(reportId, 'photo', actId);
  await stage.act(reportId, 'words');
  await stage.untilFact(caseId, 'citizen-added', 2);
  expect(stage.facts(caseId, 'citizen-added').map(({ data }) => data?.kind)).toEqual(['photo', 'words']);
  expect(stage.facts(caseId, 'citizen-added')[0]!.actor).toEqual({ kind: 'citizen', id: reportId });
  expect(stage.world.callsOf('passOn', reportId)).toHaveLength(2);
});

test('a citizen who acts before the report is matched is heard', async () => {
  const release = stage.world.hold('matchOrOpen');
  const reporting = stage.report();
  await stage.until(() => stage.world.calls.at(-1)?.name === 'matchOrOpen');
  const reportId = stage.world.calls.at(-1)!.input as string;
  await stage.act(reportId, 'words');
  expect(await step(reportId)).toBe('matching');
  release();
  const { caseId } = await reporting;
  await stage.untilFact(caseId, 'citizen-added');
});

test("a settled report comes back for a citizen's late words and ends again", async () => {
  const { reportId, caseId } = await stage.report();
  await stage.command(caseId, 'reject', { reason: 'not-ours' });
  await reportOf(reportId).result();
  await stage.end(caseId);
  await stage.act(reportId, 'words');
  await stage.untilFact(caseId, 'citizen-added');
  await reportOf(reportId).result();
  await stage.end(caseId);
  expect(stage.state(caseId).status).toBe('rejected');
  expect(stage.world.callsOf('matchOrOpen', reportId)).toHaveLength(1);
  expect(stage.world.callsOf('settleReport', reportId)).toHaveLength(1);
});
