import { randomUUID } from 'node:crypto';
import { hour, Stage } from '../../testing/stage';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const members = (caseId: string) => stage.world.row(caseId).members.map(({ reportId }) => reportId);
const split = async (caseId: string, reportIds: string[]) => {
  const splitId = randomUUID();
  stage.world.splits.set(splitId, reportIds);
  return stage.command(caseId, 'split', { splitId });
};

const unmerge = (caseId: string) => {
  const actor = { kind: 'user', id: 'staff' } as const;
  return stage.wake(caseId, { name: 'unmerge', commandId: randomUUID(), actor, noteId: 'note' });
};

test('a split is answered once the reports have moved; both cases go on, and each report hears of its own', async () => {
  const { caseId, reportId } = await stage.report();
  const other = await stage.report({ joins: caseId });
  await stage.until(() => stage.state(caseId).members === 2);
  expect((await split(caseId, [other.reportId])).status).toBe('verifying');
  const own = `of-${other.reportId}`;
  expect(members(caseId)).toEqual([reportId]);
  await stage.until(() => stage.world.row(own).state !== null && stage.state(caseId).members === 1);
  expect(stage.facts(caseId, 'split')).toMatchObject([{ data: { intoCaseId: own, reports: 1 } }]);
  await stage.command(own, 'reject', { reason: 'not-ours' });
  await stage.until(() => stage.world.settled.get(other.reportId) === 'rejected');
  expect(stage.world.settled.has(reportId)).toBe(false);
  expect(stage.state(caseId).status).toBe('verifying');
});

test('a split of everybody is refused, and the case goes on', async () => {
  const { caseId, reportId } = await stage.report();
  const other = await stage.report({ joins: caseId });
  await stage.until(() => stage.state(caseId).members === 2);
  const splitId = randomUUID();
  stage.world.splits.set(splitId, [reportId, other.reportId]);
  expect(await stage.refusal(caseId, 'split', { splitId })).toBe('conflict');
  expect(stage.facts(caseId, 'parting-refused')).toHaveLength(1);
  await stage.command(caseId, 'verify', {});
});

test('an undone merge gives the case its life back, also after its run has ended', async () => {
  const [into, other] = [await stage.report(), await stage.report()];
  await stage.work(other.caseId);
  const due = stage.clock(other.caseId, 'repair').plan!.dueAt;
  await stage.command(other.caseId, 'merge', { intoCaseId: into.caseId });
  await stage.end(other.caseId);
  await stage.untilFact(into.caseId, 'absorbed');
  await stage.until(() => stage.clock(into.caseId, 'repair').plan!.dueAt <= due);
  await stage.env.sleep(hour);

  expect((await unmerge(other.caseId)).status).toBe('working');
  await stage.untilFact(into.caseId, 'unabsorbed');
  expect(members(other.caseId)).toEqual([other.reportId]);
  expect(stage.clock(other.caseId, 'repair').plan!.dueAt).toBe(due);
  expect(stage.facts(other.caseId, 'unmerged')).toMatchObject([
    { data: { caseId: into.caseId, reports: 1 } },
  ]);
  await stage.repair(other.caseId);
  await stage.command(other.caseId, 'close', { outcome: 'repaired' });
  await stage.end(other.caseId);
  await stage.until(() => stage.world.settled.get(other.reportId) === 'repaired');
  // The second ending in the same cycle is a close as well: who attaches meanwhile is not lost.
  expect(stage.world.callsOf('closeCase', other.caseId)).toHaveLength(2);
  expect(stage.world.settled.has(into.reportId)).toBe(false);
});

test('what was merged, given back and merged again is absorbed twice', async () => {
  const [into, other] = [await stage.report(), await stage.report()];
  const merge = () => stage.command(other.caseId, 'merge', { intoCaseId: into.caseId });
  await merge();
  await stage.end(other.caseId);
  await unmerge(other.caseId);
  await merge();
  await stage.untilFact(into.caseId, 'absorbed', 2);
  expect(stage.facts(into.caseId, 'unabsorbed')).toHaveLength(1);
  expect(members(into.caseId).sort()).toEqual([into.reportId, other.reportId].sort());
});

test('the undo is refused once the other case is over', async () => {
  const [into, other] = [await stage.report(), await stage.report()];
  await stage.command(other.caseId, 'merge', { intoCaseId: into.caseId });
  await stage.untilFact(into.caseId, 'absorbed');
  await stage.end(other.caseId);
  await stage.command(into.caseId, 'reject', { reason: 'not-ours' });
  await stage.end(into.caseId);
  const refused = await unmerge(other.caseId).catch((error: Error) => error.cause as { type?: string });
  expect(refused).toMatchObject({ type: 'case-closed' });
  expect(stage.facts(other.caseId, 'parting-refused')).toHaveLength(1);
  expect(stage.state(other.caseId).status).toBe('closed');
});
