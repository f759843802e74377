import { randomUUID } from 'node:crypto';
import { devServerEnvironment } from '../../../temporal/testing';
import { acknowledgeSignal } from '../../emergency/messages';
import { Stage } from '../../testing/stage';
import { memberActSignal, policyChangedSignal } from '../messages';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const AT_ONCE = 9;
const MOST = 2_100;

test('a case that has grown long goes on in a new run, its emergency forward untouched', async () => {
  stage.world.ackMinutes = 7 * 24 * 60;
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  const forward = stage.forward(caseId);
  const runOf = async () => (await stage.handle(caseId).describe()).runId;
  const [firstRun, forwardRun] = [await runOf(), (await forward.describe()).runId];

  await stage.command(caseId, 'verify', {});
  await stage.command(caseId, 'accept', {});
  const assignee = { kind: 'crew', id: 'crew' } as const;
  const repeated = randomUUID();
  const once = await stage.command(caseId, 'assign', { assignee }, repeated);
  let sent = 3;
  while ((await runOf()) === firstRun) {
    expect(sent).toBeLessThan(MOST);
    const some = Array.from({ length: AT_ONCE }, () => stage.command(caseId, 'assign', { assignee }));
    await Promise.all(some);
    sent += AT_ONCE;
    // Kept among the last two hundred, which travel on.
    if (sent % 90 < AT_ONCE) await stage.command(caseId, 'assign', { assignee }, repeated);
  }

  expect(stage.facts(caseId, 'assigned')).toHaveLength(sent - 2);
  expect(stage.state(caseId)).toMatchObject({ status: 'assigned', forward: 'running' });
  expect((await forward.describe()).runId).toBe(forwardRun);
  const versions = stage.world.callsOf('recordCase', caseId).map(({ state }) => state.version);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
  expect(once.status).toBe('assigned');

  // The forward that the first run began reports back to the second.
  await forward.signal(acknowledgeSignal, { agencyId: 'fire' });
  await stage.untilFact(caseId, 'forward-acknowledged');
  expect(stage.state(caseId).forward).toBe('acknowledged');
  expect(stage.world.callsOf('archiveHistory', `case-${caseId}`)).toMatchObject([{ runId: firstRun }]);
}, 240_000);

test('a command of the run before, given again to the next, acts once', async () => {
  const { caseId } = await stage.report();
  await stage.command(caseId, 'verify', {});
  await stage.command(caseId, 'accept', {});
  const firstRun = (await stage.handle(caseId).describe()).runId;
  const assignee = { kind: 'crew', id: 'crew' } as const;
  let last = randomUUID();
  let answer = await stage.command(caseId, 'assign', { assignee }, last);
  for (let sent = 3; (await stage.handle(caseId).describe()).runId === firstRun; sent += AT_ONCE) {
    expect(sent).toBeLessThan(MOST);
    const ids = Array.from({ length: AT_ONCE }, () => randomUUID());
    const answers = await Promise.all(ids.map((id) => stage.command(caseId, 'assign', { assignee }, id)));
    [last, answer] = [ids[0]!, answers[0]!];
  }
  const before = stage.facts(caseId, 'assigned').length;
  expect(await stage.command(caseId, 'assign', { assignee }, last)).toEqual(answer);
  expect(stage.facts(caseId, 'assigned')).toHaveLength(before);
}, 240_000);

test('a merge that is ordered when a long run is about to end is carried out, whatever comes meanwhile', async () => {
  const [into, { caseId }] = [await stage.report(), await stage.report()];
  await stage.command(caseId, 'verify', {});
  await stage.command(caseId, 'accept', {});
  const archived = () => stage.world.callsOf('archiveHistory', `case-${caseId}`).length;
  const recorded = () => stage.world.callsOf('recordCase', caseId).length;
  const assign = () => stage.command(caseId, 'assign', { assignee: { kind: 'crew', id: 'crew' } });
  // The run is about to end; what was ordered before that is carried out in it.
  const rest = stage.world.hold('archiveHistory');
  for (let sent = 2; archived() === 0; sent += AT_ONCE) {
    expect(sent).toBeLessThan(MOST);
    await Promise.all(Array.from({ length: AT_ONCE }, assign));
  }
  const before = recorded();
  const project = stage.world.hold('recordCase');
  const merging = stage.command(caseId, 'merge', { intoCaseId: into.caseId });
  await stage.until(() => recorded() > before);
  rest();
  // Once it rests, there is something to plan before the merge.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await stage.handle(caseId).signal(policyChangedSignal);
  project();
  expect((await merging).status).toBe('closed');
}, 240_000);

test.each(['open', 'closed, with a request to reopen'])(
  'a case goes on in a new run when its history has grown: %s',
  async (how) => {
    // The server that says so; the one whose clock jumps never does.
    const real = await Stage.open({ env: devServerEnvironment() });
    try {
      const { caseId, reportId } = await real.report();
      if (how !== 'open') {
        await real.work(caseId);
        await real.repair(caseId);
        await real.command(caseId, 'close', { outcome: 'repaired' });
        await real.end(caseId);
        await real.until(() => real.world.settled.has(reportId));
        await real.act(reportId, 'not-fixed');
        await real.untilFact(caseId, 'reopen-asked');
      }
      const runOf = async () => (await real.handle(caseId).describe()).runId;
      const firstRun = await runOf();
      let acts = 0;
      // While messages keep coming in, Temporal puts the new run off; a little more than it takes to be tired.
      while ((await runOf()) === firstRun && acts < 4_400) {
        const some = Array.from({ length: 20 }, () => randomUUID());
        const say = (actId: string) =>
          real.handle(caseId).signal(memberActSignal, { actId, reportId, kind: 'words' });
        await Promise.all(some.map(say));
        acts += some.length;
      }
      await real.until(async () => (await runOf()) !== firstRun);
      await real.until(() => real.facts(caseId, 'citizen-added').length === acts);
    } finally {
      await real.close();
    }
  },
  240_000,
);
