import { randomUUID } from 'node:crypto';
import { Stage } from '../../testing/stage';
import { absorbedSignal, forwardSignal, membersSignal, stateQuery } from '../messages';

let stage: Stage;
// For each a server of its own: the clock of one on which a forward outlived its parent stands still
// (temporalio/sdk-java#2392).
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const names = (caseId: string) => stage.facts(caseId).map(({ name }) => name);
const merge = (caseId: string, intoCaseId: string) => stage.command(caseId, 'merge', { intoCaseId });

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
  // Whoever gave the order may take its words away now, unless they are written down.
  expect(stage.facts(other.caseId, 'merge-refused')).toHaveLength(1);
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
  const mergeId = String(stage.facts(into.caseId, 'absorbed')[0]?.data?.mergeId);
  const again = { caseId: other.caseId, mergeId, repairDueAt: null };
  await stage.handle(into.caseId).signal(absorbedSignal, again);
  await stage.command(into.caseId, 'verify', {});
  expect(names(into.caseId).filter((name) => name === 'absorbed')).toHaveLength(1);
});

test('a case for which help was called stays; others are merged into it', async () => {
  const [called, other] = [await stage.report({ emergency: 'injured' }), await stage.report()];
  await stage.untilFact(called.caseId, 'forwarded');
  expect(await stage.refusal(called.caseId, 'merge', { intoCaseId: other.caseId })).toBe('help-called');
  await merge(other.caseId, called.caseId);
  await stage.untilFact(called.caseId, 'absorbed');
  await stage.command(called.caseId, 'recall', {});
  const third = await stage.report();
  expect((await merge(called.caseId, third.caseId)).status).toBe('closed');
});

/** Merges a case to which an emergency attaches while its members are under way. */
async function mergeWhileAlarmed(caseId: string, intoCaseId: string): Promise<void> {
  const release = stage.world.hold('mergeCase');
  const merging = merge(caseId, intoCaseId);
  await stage.until(() => stage.world.callsOf('mergeCase', caseId).length === 1);
  await stage.send({ joins: caseId, emergency: 'injured' });
  release();
  await merging;
}

test('an emergency that attaches while its case is merged is heard by the other, which calls for help', async () => {
  const [into, other] = [await stage.report(), await stage.report()];
  await mergeWhileAlarmed(other.caseId, into.caseId);
  await stage.untilFact(into.caseId, 'forwarded');
  expect(stage.state(into.caseId)).toMatchObject({ members: 3, emergency: 'injured', forward: 'running' });
  await stage.command(into.caseId, 'recall', {});
});

test('an emergency that the case has read when the merge was just ordered keeps the case', async () => {
  const [into, other] = [await stage.report(), await stage.report()];
  const release = stage.world.hold('readMembers');
  await stage.send({ joins: other.caseId, emergency: 'injured' });
  await stage.until(() => stage.world.callsOf('readMembers', other.caseId).length === 2);
  const refused = stage.refusal(other.caseId, 'merge', { intoCaseId: into.caseId });
  await stage.until(() =>
    stage
      .handle(other.caseId)
      .query(stateQuery)
      .then(({ merging }) => merging !== null),
  );
  release();
  expect(await refused).toBe('help-called');
  await stage.untilFact(other.caseId, 'forwarded');
  await stage.command(other.caseId, 'recall', {});
});

test('a report of an emergency that comes by a merge is an Update of the help that was called', async () => {
  const [into, other] = [await stage.report({ emergency: 'imminent' }), await stage.report()];
  await stage.untilFact(into.caseId, 'forwarded');
  await mergeWhileAlarmed(other.caseId, into.caseId);
  await stage.untilFact(into.caseId, 'forward-updated');
  expect(stage.state(into.caseId)).toMatchObject({ forward: 'running', forwards: 1 });
  await stage.command(into.caseId, 'recall', {});
});

test('a merge that was refused, given again to a new run, is not answered as done', async () => {
  const [into, other] = [await stage.report(), await stage.report()];
  const release = stage.world.hold('mergeCase');
  const id = randomUUID();
  const order = { intoCaseId: into.caseId };
  const refused = stage.command(other.caseId, 'merge', order, id).catch(() => 'refused');
  await stage.until(() => stage.world.callsOf('mergeCase', other.caseId).length === 1);
  await stage.command(into.caseId, 'reject', { reason: 'not-ours' });
  release();
  expect(await refused).toBe('refused');
  await stage.untilFact(other.caseId, 'merge-refused');
  await stage.handle(other.caseId).terminate();
  await stage.world.toCase(other.caseId, membersSignal, []);
  await expect(stage.command(other.caseId, 'merge', order, id)).rejects.toThrow();
});

test('news of a forward that ended long ago changes nothing of the next', async () => {
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  await stage.command(caseId, 'recall', {});
  await stage.report({ joins: caseId, emergency: 'injured' });
  await stage.untilFact(caseId, 'forwarded', 2);
  const late = { newsId: randomUUID(), news: 'forward-acknowledged', agencyId: 'fire', attempt: 0 } as const;
  await stage.handle(caseId).signal(forwardSignal, { ...late, forwardNumber: 1 });
  await stage.untilFact(caseId, 'forward-acknowledged');
  expect(stage.state(caseId).forward).toBe('running');
  await stage.command(caseId, 'recall', {});
});
