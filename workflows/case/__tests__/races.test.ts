import { randomUUID } from 'node:crypto';
import { Stage } from '../../testing/stage';
import { membersSignal } from '../messages';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const names = (caseId: string) => stage.facts(caseId).map(({ name }) => name);

test('a report that is attached while its case closes is read first, and hears of the end', async () => {
  const { caseId, reportId } = await stage.report();
  const release = stage.world.hold('closeCase');
  const rejecting = stage.command(caseId, 'reject', { reason: 'not-ours' });
  await stage.until(() => stage.world.callsOf('closeCase', caseId).length === 1);
  const late = randomUUID();
  stage.world.attach(caseId, late);
  release();
  await rejecting;
  await stage.end(caseId);
  expect(stage.world.callsOf('closeCase', caseId)).toHaveLength(2);
  expect(stage.state(caseId)).toMatchObject({ status: 'rejected', members: 2 });
  expect(names(caseId).filter((name) => name === 'rejected')).toHaveLength(1);
  await stage.until(() => [reportId, late].every((id) => stage.world.settled.get(id) === 'rejected'));
});

test('a report that finds its case closed opens one of its own', async () => {
  const { caseId } = await stage.report();
  await stage.command(caseId, 'reject', { reason: 'not-ours' });
  await stage.end(caseId);
  const other = await stage.report({ joins: caseId });
  expect(other.caseId).not.toBe(caseId);
  expect(stage.world.row(caseId).members).toHaveLength(1);
});

test('a command between two awaits of another neither loses nor overtakes it', async () => {
  const { caseId } = await stage.report();
  const release = stage.world.hold('recordCase');
  const verifying = stage.command(caseId, 'verify', {});
  const written = () => stage.world.callsOf('recordCase', caseId).at(-1)?.state.status;
  await stage.until(() => written() === 'accepting');
  // The case is verified, but the database does not know it yet.
  const accepting = stage.command(caseId, 'accept', {});
  const refused = await stage.refusal(caseId, 'start', {});
  release();
  const [verified, accepted] = await Promise.all([verifying, accepting]);
  expect(refused).toBe('illegal-transition');
  expect([verified.status, accepted.status]).toEqual(['accepting', 'assigning']);
  expect(accepted.version).toBeGreaterThan(verified.version);
  expect(names(caseId)).toEqual(['opened', 'verified', 'accepted']);
  expect(stage.state(caseId).status).toBe('assigning');
});

test('a command given again answers the same and acts once, also at the same time', async () => {
  const { caseId } = await stage.report();
  await stage.command(caseId, 'verify', {});
  const id = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => stage.command(caseId, 'accept', {}, id)));
  answers.push(await stage.command(caseId, 'accept', {}, id));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(names(caseId).filter((name) => name === 'accepted')).toHaveLength(1);
  expect(await stage.refusal(caseId, 'accept', {})).toBe('illegal-transition');
});

test('of two who do the same at once, one is refused', async () => {
  const { caseId } = await stage.report();
  const both = await Promise.allSettled([1, 2].map(() => stage.command(caseId, 'verify', {})));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(names(caseId)).toEqual(['opened', 'verified']);
});

test('members that come in a flood are read together, and none is lost', async () => {
  const { caseId } = await stage.report();
  const release = stage.world.hold('readMembers');
  const before = stage.world.callsOf('readMembers', caseId).length;
  const flood = Promise.all(Array.from({ length: 40 }, () => stage.report({ joins: caseId })));
  await stage.until(() => stage.world.row(caseId).members.length === 41);
  release();
  await flood;
  await stage.until(() => stage.state(caseId).members === 41);
  // Coalesced: far fewer readings than members.
  expect(stage.world.callsOf('readMembers', caseId).length - before).toBeLessThan(20);
});

test('an emergency that is attached while its case closes gets a case of its own, and help', async () => {
  const { caseId } = await stage.report();
  const release = stage.world.hold('closeCase');
  const rejecting = stage.command(caseId, 'reject', { reason: 'not-ours' });
  await stage.until(() => stage.world.callsOf('closeCase', caseId).length === 1);
  const late = randomUUID();
  stage.world.attach(caseId, late, { emergency: 'injured' });
  await stage.handle(caseId).signal(membersSignal);
  release();
  await rejecting;
  await stage.end(caseId);
  expect(stage.state(caseId)).toMatchObject({ status: 'rejected', members: 1 });
  await stage.untilFact(`of-${late}`, 'forwarded');
  await stage.command(`of-${late}`, 'recall', {});
});

test('an emergency does not wait until a crowd has been told of the repair', async () => {
  const { caseId } = await stage.report();
  await stage.work(caseId);
  const release = stage.world.hold('tellMembers');
  await stage.repair(caseId);
  await stage.until(() => stage.world.callsOf('tellMembers', caseId).length === 1);
  await stage.report({ joins: caseId, emergency: 'injured' });
  await stage.untilFact(caseId, 'forwarded');
  release();
  await stage.command(caseId, 'recall', {});
});

test("a citizen's act that is told again to a closed case counts once", async () => {
  const { caseId, reportId } = await stage.report();
  await stage.work(caseId);
  await stage.repair(caseId);
  await stage.end(caseId);
  await stage.settled(reportId);
  const [words, notFixed] = [randomUUID(), randomUUID()];
  for (const times of [1, 2]) {
    await stage.act(reportId, 'words', words);
    await stage.until(() => stage.world.callsOf('passOn', words).length === times);
    await bothEnd();
  }
  await stage.act(reportId, 'not-fixed', notFixed);
  await stage.untilFact(caseId, 'reopen-asked');
  await stage.command(caseId, 'decide-reopen', { reopen: false });
  await bothEnd();
  await stage.act(reportId, 'not-fixed', notFixed);
  await stage.until(() => stage.world.callsOf('passOn', notFixed).length === 2);
  await bothEnd();
  expect(stage.facts(caseId, 'citizen-added', 'reopen-asked')).toHaveLength(2);

  /** A report's run that still lives knows the act and does not pass it on again. */
  async function bothEnd() {
    await stage.settled(reportId);
    await stage.end(caseId);
  }
});

test('a command given again to a case that has ended is answered as the first time', async () => {
  const { caseId, reportId } = await stage.report();
  const id = randomUUID();
  const answer = await stage.command(caseId, 'reject', { reason: 'not-ours' }, id);
  await stage.end(caseId);
  await stage.settled(reportId);
  const release = stage.world.hold('archiveHistory');
  await stage.act(reportId, 'words');
  await stage.untilFact(caseId, 'citizen-added');
  expect((await stage.command(caseId, 'reject', { reason: 'not-ours' }, id)).status).toBe(answer.status);
  release();
  expect(stage.facts(caseId, 'rejected')).toHaveLength(1);
});
