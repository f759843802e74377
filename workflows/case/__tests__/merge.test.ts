import { randomUUID } from 'node:crypto';
import { acknowledgeSignal } from '../../emergency/messages';
import { minute, Stage } from '../../testing/stage';
import { absorbedSignal, forwardSignal } from '../messages';

let stage: Stage;
// For each a server of its own: the clock of one on which a forward outlived its parent stands still
// (temporalio/sdk-java#2392).
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const names = (caseId: string) => stage.facts(caseId).map(({ name }) => name);
const merge = (caseId: string, intoCaseId: string) => stage.command(caseId, 'merge', { intoCaseId });
const called = (caseId: string) => stage.world.callsOf('postAlert', caseId).map(({ agencyId }) => agencyId);
const followUps = (caseId: string) =>
  stage.world.callsOf('postFollowUp', caseId).map(({ msgType }) => msgType);

test('a merge is answered once the members have moved, and the case has ended', async () => {
  const [into, other] = [await stage.report(), await stage.report()];
  const { status } = await merge(other.caseId, into.caseId);
  expect(status).toBe('closed');
  expect(stage.world.row(into.caseId).members).toHaveLength(2);
  expect(stage.facts(other.caseId, 'merged')).toMatchObject([{ data: { intoCaseId: into.caseId } }]);
  await stage.end(other.caseId);
  await stage.untilFact(into.caseId, 'attached');
  expect(names(into.caseId)).toEqual(['opened', 'absorbed', 'attached']);
});

test('while it is merged, a case takes no other command', async () => {
  const [into, other] = [await stage.report(), await stage.report()];
  const release = stage.world.hold('mergeCase');
  const merging = merge(other.caseId, into.caseId);
  await stage.until(() => stage.world.callsOf('mergeCase', other.caseId).length === 1);
  expect(await stage.refusal(other.caseId, 'verify', {})).toBe('conflict');
  release();
  await merging;
  expect(await stage.refusal(other.caseId, 'verify', {}).catch(() => 'ended')).toMatch(/ended|case-closed/);
});

test('into a case that has closed meanwhile nobody is moved; the case stays as it was and says why', async () => {
  const [into, other] = [await stage.report(), await stage.report()];
  const release = stage.world.hold('mergeCase');
  const refused = stage.refusal(other.caseId, 'merge', { intoCaseId: into.caseId });
  await stage.until(() => stage.world.callsOf('mergeCase', other.caseId).length === 1);
  await stage.command(into.caseId, 'reject', { reason: 'not-ours' });
  release();
  expect(await refused).toBe('case-closed');
  await stage.untilFact(other.caseId, 'merge-refused');
  expect(stage.state(other.caseId)).toMatchObject({ status: 'verifying', merging: null });
  expect(stage.world.row(other.caseId).members).toHaveLength(1);
  await stage.command(other.caseId, 'verify', {});
});

test('of two cases merged into each other at once one remains, with everybody', async () => {
  const [a, b] = [await stage.report(), await stage.report()];
  const both = await Promise.allSettled([merge(a.caseId, b.caseId), merge(b.caseId, a.caseId)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const open = [a, b].filter(({ caseId }) => stage.state(caseId).status === 'verifying');
  expect(open).toHaveLength(1);
  expect(stage.world.row(open[0]!.caseId).members).toHaveLength(2);
});

test('into a case that was merged itself, the members go on to where its own went', async () => {
  const [a, b, c] = [await stage.report(), await stage.report(), await stage.report()];
  await merge(b.caseId, c.caseId);
  await merge(a.caseId, b.caseId);
  expect(stage.facts(a.caseId, 'merged')).toMatchObject([{ data: { intoCaseId: c.caseId } }]);
  await stage.untilFact(c.caseId, 'absorbed', 2);
  await stage.until(() => stage.state(c.caseId).members === 3);
  await stage.command(c.caseId, 'reject', { reason: 'not-ours' });
  const everybody = [a, b, c].map(({ reportId }) => reportId);
  await stage.until(() => everybody.every((id) => stage.world.settled.get(id) === 'rejected'));
});

test('another case is absorbed once, however often it is said', async () => {
  const [into, other] = [await stage.report(), await stage.report()];
  await merge(other.caseId, into.caseId);
  await stage.untilFact(into.caseId, 'absorbed');
  const again = { caseId: other.caseId, repairDueAt: null, emergency: 'none', forward: null } as const;
  await stage.handle(into.caseId).signal(absorbedSignal, again);
  await stage.command(into.caseId, 'verify', {});
  expect(names(into.caseId).filter((name) => name === 'absorbed')).toHaveLength(1);
});

test('help that is on its way is the other case’s from then on, and is not called again', async () => {
  const [into, other] = [await stage.report(), await stage.report({ emergency: 'imminent' })];
  await stage.untilFact(other.caseId, 'forwarded');
  await stage.forward(other.caseId).signal(acknowledgeSignal, { agencyId: 'fire' });
  await stage.untilFact(other.caseId, 'forward-acknowledged');
  await merge(other.caseId, into.caseId);
  await stage.untilFact(into.caseId, 'forward-acknowledged');
  await stage.env.sleep(minute);
  expect(stage.state(into.caseId)).toMatchObject({ emergency: 'imminent', forward: 'acknowledged' });
  expect([called(into.caseId), called(other.caseId)]).toEqual([[], ['fire']]);
  expect(followUps(other.caseId)).toEqual([]);
  // Its news and its end are the other case's.
  await stage.report({ joins: into.caseId, emergency: 'injured' });
  await stage.untilFact(into.caseId, 'forward-updated');
  await stage.command(into.caseId, 'recall', {});
  await stage.forward(other.caseId).result();
  expect(followUps(other.caseId)).toEqual(['Update', 'Cancel']);
});

test('help that nobody has answered yet is called on for the other case', async () => {
  const [into, other] = [await stage.report(), await stage.report({ emergency: 'injured' })];
  await stage.untilFact(other.caseId, 'forwarded');
  await merge(other.caseId, into.caseId);
  await stage.untilFact(into.caseId, 'absorbed');
  await stage.env.sleep(10.5 * minute);
  await stage.untilFact(into.caseId, 'forwarded');
  expect(called(other.caseId)).toEqual(['fire', 'ambulance']);
  expect(followUps(other.caseId)).toEqual([]);
  await stage.forward(other.caseId).signal(acknowledgeSignal, { agencyId: 'ambulance' });
  await stage.untilFact(into.caseId, 'forward-acknowledged');
  await stage.work(into.caseId);
  await stage.repair(into.caseId);
  await stage.end(into.caseId);
  await stage.forward(other.caseId).result();
});

test('a case that has its own forward lets the other one go, without a Cancel', async () => {
  const [into, other] = [
    await stage.report({ emergency: 'injured' }),
    await stage.report({ emergency: 'imminent' }),
  ];
  await Promise.all([into, other].map(({ caseId }) => stage.untilFact(caseId, 'forwarded')));
  await merge(other.caseId, into.caseId);
  await stage.forward(other.caseId).result();
  expect(followUps(other.caseId)).toEqual([]);
  expect(stage.state(into.caseId)).toMatchObject({ forward: 'running', forwards: 1 });
  await stage.command(into.caseId, 'recall', {});
});

test('news of a forward that ended long ago changes nothing of the next', async () => {
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  await stage.command(caseId, 'recall', {});
  await stage.report({ joins: caseId, emergency: 'injured' });
  await stage.untilFact(caseId, 'forwarded', 2);
  const late = { newsId: randomUUID(), news: 'forward-acknowledged', agencyId: 'fire', attempt: 0 } as const;
  await stage.handle(caseId).signal(forwardSignal, { ...late, of: { caseId, forwardNumber: 1 } });
  await stage.untilFact(caseId, 'forward-acknowledged');
  expect(stage.state(caseId).forward).toBe('running');
  await stage.command(caseId, 'recall', {});
});
