import { forwardLostSignal, membersSignal } from '../../case/messages';
import { minute, Stage } from '../../testing/stage';
import { acknowledgeSignal, emergencyWorkflowId } from '../messages';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.world.agencies = ['fire', 'ambulance'];
  stage.world.deaf.clear();
  stage.world.deafToUpdates = false;
  stage.world.offDuty = false;
});

const forwardOf = (caseId: string, forwardNumber = 1) => stage.forward(caseId, forwardNumber);
const acknowledge = (caseId: string, agencyId: string) =>
  forwardOf(caseId).signal(acknowledgeSignal, { agencyId });
const called = (caseId: string) =>
  stage.world.callsOf('postAlert', caseId).map(({ agencyId, attempt }) => `${attempt} ${agencyId}`);
const followUps = (caseId: string) =>
  stage.world.callsOf('postFollowUp', caseId).map(({ msgType, sequence }) => `${sequence} ${msgType}`);
const news = (caseId: string) =>
  stage
    .facts(caseId)
    .map(({ name }) => name)
    .filter((name) => name === 'on-call-alerted' || name.startsWith('forward'));

test('an emergency is forwarded at once, before anybody has verified it', async () => {
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  expect(stage.state(caseId)).toMatchObject({ status: 'verifying', forward: 'running' });
  expect(called(caseId)).toEqual(['0 fire']);
  await stage.command(caseId, 'recall', {});
});

test('no answer: the next agency and the person on call, round and round until somebody answers', async () => {
  const { caseId } = await stage.report({ emergency: 'injured' });
  await stage.untilFact(caseId, 'forwarded');
  await stage.env.sleep(10.5 * minute);
  await stage.untilFact(caseId, 'on-call-alerted');
  await stage.untilFact(caseId, 'forwarded', 2);
  await stage.env.sleep(10.5 * minute);
  await stage.untilFact(caseId, 'forwarded', 3);
  expect(called(caseId)).toEqual(['0 fire', '1 ambulance', '2 fire']);
  await acknowledge(caseId, 'ambulance');
  await stage.untilFact(caseId, 'forward-acknowledged');
  expect(stage.facts(caseId, 'forward-acknowledged')[0]!.actor).toEqual({ kind: 'agency', id: 'ambulance' });
  // Acknowledged: nobody else is called any more.
  await stage.env.sleep(60 * minute);
  expect(called(caseId)).toHaveLength(3);
  expect(news(caseId)).toEqual([
    ...['forwarded', 'forward-unanswered', 'on-call-alerted'],
    ...['forwarded', 'forward-unanswered', 'on-call-alerted'],
    ...['forwarded', 'forward-acknowledged'],
  ]);
  expect(stage.state(caseId).forward).toBe('acknowledged');
});

test('an agency that cannot be reached is not waited for', async () => {
  stage.world.deaf.add('fire');
  const { caseId } = await stage.report({ emergency: 'injured' });
  const begun = await stage.now();
  await stage.env.sleep(3 * minute);
  await stage.untilFact(caseId, 'forwarded');
  expect(stage.facts(caseId, 'forwarded')).toMatchObject([{ data: { agencyId: 'ambulance', attempt: 1 } }]);
  expect(stage.facts(caseId, 'forwarded')[0]!.at - begun).toBeLessThan(2 * minute);
  expect(news(caseId)).toEqual(['forward-unanswered', 'on-call-alerted', 'forwarded']);
  await stage.command(caseId, 'recall', {});
});

test('a department without agencies calls the person on call again and again', async () => {
  stage.world.agencies = [];
  const { caseId } = await stage.report({ emergency: 'injured' });
  await stage.untilFact(caseId, 'on-call-alerted');
  await stage.env.sleep(5.5 * minute);
  await stage.untilFact(caseId, 'on-call-alerted', 2);
  await acknowledge(caseId, 'phone');
  await stage.untilFact(caseId, 'forward-acknowledged');
  expect(called(caseId)).toEqual([]);
});

test('recalled: the agencies get a Cancel and nobody is called any more', async () => {
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  await stage.command(caseId, 'recall', {});
  await forwardOf(caseId).result();
  await stage.env.sleep(30 * minute);
  expect(followUps(caseId)).toEqual(['1 Cancel']);
  expect(called(caseId)).toEqual(['0 fire']);
  expect(stage.state(caseId)).toMatchObject({ forward: 'recalled', emergency: 'none' });
  expect(stage.facts(caseId, 'forward-recalled')).toHaveLength(1);
  expect(await stage.refusal(caseId, 'recall', {})).toBe('no-forward-running');
});

test('a report refused while nobody has answered calls its forward off', async () => {
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  await stage.command(caseId, 'reject', { reason: 'abusive' });
  await stage.end(caseId);
  await forwardOf(caseId).result();
  expect(followUps(caseId)).toEqual(['1 Cancel']);
});

test('after a recall, fresh word of an emergency is forwarded anew, while the Cancel is still being said', async () => {
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  const release = stage.world.hold('postFollowUp');
  await stage.command(caseId, 'recall', {});
  await stage.report({ joins: caseId, emergency: 'injured' });
  await stage.untilFact(caseId, 'forwarded', 2);
  release();
  await forwardOf(caseId, 1).result();
  expect(followUps(caseId)).toEqual(['1 Cancel']);
  // An answer to the first says nothing of the second, which goes on calling.
  expect(stage.state(caseId)).toMatchObject({ forward: 'running', forwards: 2, emergency: 'injured' });
  await stage.env.sleep(10.5 * minute);
  await stage.untilFact(caseId, 'forwarded', 3);
  await stage.command(caseId, 'recall', {});
  await forwardOf(caseId, 2).result();
});

test('further emergency reports of the case are an Update, never a second forward', async () => {
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  await stage.report({ joins: caseId, emergency: 'injured' });
  await stage.untilFact(caseId, 'forward-updated');
  // One without an emergency is no news to an agency.
  await stage.report({ joins: caseId });
  await acknowledge(caseId, 'fire');
  await stage.untilFact(caseId, 'forward-acknowledged');
  await stage.report({ joins: caseId, emergency: 'injured' });
  await stage.untilFact(caseId, 'forward-updated', 2);
  expect(followUps(caseId)).toEqual(['1 Update', '2 Update']);
  expect(called(caseId)).toEqual(['0 fire']);
  expect(stage.state(caseId).members).toBe(4);
});

test('an agency that is deaf to an Update holds up neither the next call nor the recall', async () => {
  stage.world.deafToUpdates = true;
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  await stage.report({ joins: caseId, emergency: 'injured' });
  await stage.until(() => followUps(caseId).length > 0);
  await stage.env.sleep(10.5 * minute);
  await stage.untilFact(caseId, 'forwarded', 2);
  expect(called(caseId)).toEqual(['0 fire', '1 ambulance']);
  const before = await stage.now();
  await stage.command(caseId, 'recall', {});
  await forwardOf(caseId).result();
  expect((await stage.now()) - before).toBeLessThan(minute);
  expect(followUps(caseId).at(-1)).toBe('1 Cancel');
  expect(stage.facts(caseId, 'forward-updated')).toEqual([]);
});

test('a recall does not wait until a deaf agency has been given up', async () => {
  stage.world.deaf.add('fire');
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.until(() => called(caseId).length > 0);
  await stage.command(caseId, 'recall', {});
  await forwardOf(caseId).result();
  expect(followUps(caseId)).toEqual(['1 Cancel']);
  expect(new Set(called(caseId))).toEqual(new Set(['0 fire']));
  expect(news(caseId)).toEqual(['forward-recalled']);
});

test('who answers first has it; later answers change nothing', async () => {
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  await acknowledge(caseId, 'fire');
  await acknowledge(caseId, 'ambulance');
  await stage.untilFact(caseId, 'forward-acknowledged');
  await stage.work(caseId);
  await stage.repair(caseId);
  await stage.end(caseId);
  // The case is over: an acknowledged forward has nothing more to wait for, and nothing to cancel.
  await forwardOf(caseId).result();
  expect(stage.facts(caseId, 'forward-acknowledged')).toMatchObject([{ data: { agencyId: 'fire' } }]);
  expect(followUps(caseId)).toEqual([]);
});

test('a recall comes at once, whatever an Update still waits for', async () => {
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  await acknowledge(caseId, 'fire');
  await stage.untilFact(caseId, 'forward-acknowledged');
  stage.world.deafToUpdates = true;
  await stage.report({ joins: caseId, emergency: 'injured' });
  await stage.until(() => followUps(caseId).length > 0);
  const before = await stage.now();
  await stage.command(caseId, 'recall', {});
  await stage.forward(caseId).result();
  expect(followUps(caseId).at(-1)).toBe('1 Cancel');
  expect((await stage.now()) - before).toBeLessThan(minute);
});

test('a repaired case calls nobody for help any more', async () => {
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  await stage.work(caseId);
  await stage.repair(caseId);
  await stage.forward(caseId).result();
  expect(followUps(caseId)).toEqual(['1 Cancel']);
  expect(called(caseId)).toEqual(['0 fire']);
});

test('the forward of an earlier cycle ends when its case is reopened', async () => {
  const { caseId, reportId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  await acknowledge(caseId, 'fire');
  await stage.untilFact(caseId, 'forward-acknowledged');
  await stage.work(caseId);
  await stage.repair(caseId);
  await stage.act(reportId, 'not-fixed');
  await stage.untilFact(caseId, 'reopen-asked');
  await stage.command(caseId, 'decide-reopen', { reopen: true });
  await stage.forward(caseId).result();
  expect(stage.state(caseId)).toMatchObject({ cycle: 2, forward: 'none' });
  // Fresh word of danger in the new cycle is forwarded anew.
  await stage.report({ joins: caseId, emergency: 'injured' });
  await stage.untilFact(caseId, 'forwarded', 2);
  await stage.command(caseId, 'recall', {});
});

test('a handing-over that is repeated is no Update', async () => {
  const { caseId } = await stage.report({ emergency: 'imminent' });
  await stage.untilFact(caseId, 'forwarded');
  const readings = () => stage.world.callsOf('readMembers', caseId).length;
  const before = readings();
  await stage.handle(caseId).signal(membersSignal);
  await stage.until(() => readings() > before);
  await stage.command(caseId, 'recall', {});
  await stage.forward(caseId).result();
  expect(followUps(caseId)).toEqual(['1 Cancel']);
});

test('while nobody can be reached the person on call is woken once in a while, not at every try', async () => {
  for (const agency of stage.world.agencies) stage.world.deaf.add(agency);
  const { caseId } = await stage.report({ emergency: 'injured' });
  const alerts = () => stage.world.callsOf('alertOnCall', caseId).length;
  const begun = await stage.now();
  // A slow machine makes fewer tries in the same time.
  for (let waited = 0; alerts() < 6; waited++) {
    expect(waited).toBeLessThan(40);
    await stage.env.sleep(5 * minute);
  }
  expect(alerts()).toBeLessThanOrEqual(((await stage.now()) - begun) / (5 * minute) + 1);
  expect(stage.world.callsOf('postAlert', caseId).length).toBeGreaterThan(alerts());
  stage.world.deaf.clear();
  await stage.env.sleep(10 * minute);
  await stage.untilFact(caseId, 'forwarded');
  await stage.command(caseId, 'recall', {});
});

test('an answer whose signal got lost is found before the next agency is called', async () => {
  const { caseId } = await stage.report({ emergency: 'injured' });
  await stage.untilFact(caseId, 'forwarded');
  stage.world.answers.set(emergencyWorkflowId({ caseId, forwardNumber: 1 }), 'fire');
  await stage.env.sleep(10.5 * minute);
  await stage.untilFact(caseId, 'forward-acknowledged');
  expect(called(caseId)).toEqual(['0 fire']);
  await stage.command(caseId, 'recall', {});
});

test('a forward that somebody ended from outside is begun again', async () => {
  const { caseId } = await stage.report({ emergency: 'injured' });
  await stage.untilFact(caseId, 'forwarded');
  await stage.forward(caseId).terminate();
  await stage.handle(caseId).signal(forwardLostSignal);
  await stage.untilFact(caseId, 'forwarded', 2);
  expect((await stage.forward(caseId).describe()).status.name).toBe('RUNNING');
  await stage.command(caseId, 'recall', {});
});
