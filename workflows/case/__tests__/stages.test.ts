import { defaultPolicies } from '../../../domain/sla/defaults';
import type { ClockKind } from '../../../domain/vocabulary';
import { hour, Stage, second } from '../../testing/stage';
import { policyChangedSignal, stateQuery } from '../messages';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const usual = { minutes: 10 * 60, mode: 'clock', remindBefore: 60, grace: 120 } as const;
beforeEach(() => {
  stage.world.policy.verification = usual;
});

/** The stages that were told to the world, in order. */
const told = (caseId: string, clock: ClockKind) =>
  stage
    .facts(caseId, 'reminder', 'breach', 'management')
    .filter((fact) => fact.clock === clock)
    .map(({ name, data }) => (data?.cause === 'time' ? name : `${name} by ${data?.cause}`));

/** The stages that the workflow itself has fired: what has not been told yet shows here. */
async function fired(caseId: string, kind: ClockKind) {
  const { clocks } = await stage.handle(caseId).query(stateQuery);
  return clocks.findLast((clock) => clock.kind === kind)!.fired.map(({ stage }) => stage);
}

async function changePolicy(caseId: string, minutes: number): Promise<void> {
  stage.world.policy.verification = { ...usual, minutes };
  const plannings = () => stage.world.calls.filter(({ name }) => name === 'planClocks').length;
  const before = plannings();
  await stage.handle(caseId).signal(policyChangedSignal);
  await stage.until(() => plannings() > before);
}

test('reminder before the deadline, breach at it, management after the grace: each once', async () => {
  const { caseId } = await stage.report();
  const { plan } = stage.clock(caseId, 'verification');
  await stage.reach(plan!.remindAt!);
  expect(await fired(caseId, 'verification')).toEqual(['reminder']);
  await stage.reach(plan!.dueAt);
  expect(await fired(caseId, 'verification')).toEqual(['reminder', 'breach']);
  await stage.reach(plan!.escalateAt!);
  await stage.untilFact(caseId, 'management');
  await stage.reach(plan!.escalateAt! + 20 * hour);
  await stage.command(caseId, 'verify', {});
  expect(told(caseId, 'verification')).toEqual(['reminder', 'breach', 'management']);
  expect(stage.clock(caseId, 'verification').status).toBe('missed');
  const instants = stage.facts(caseId, 'reminder', 'breach', 'management').map(({ at }) => at);
  [plan!.remindAt!, plan!.dueAt, plan!.escalateAt!].forEach((at, index) => {
    expect(instants[index]! - at).toBeGreaterThanOrEqual(0);
    expect(instants[index]! - at).toBeLessThan(30 * second);
  });
});

test('work in time reminds nobody', async () => {
  const { caseId } = await stage.report();
  const { plan } = stage.clock(caseId, 'verification');
  await stage.command(caseId, 'verify', {});
  await stage.reach(plan!.escalateAt! + hour);
  expect(await fired(caseId, 'verification')).toEqual([]);
  expect(stage.clock(caseId, 'verification').status).toBe('met');
});

test('a late case walks all stages of all clocks in seconds', async () => {
  const begun = Date.now();
  const policy = stage.world.policy;
  stage.world.policy = defaultPolicies.ordinary.targets;
  const { caseId } = await stage.report();
  const late = async (clock: ClockKind) => {
    await stage.reach(stage.clock(caseId, clock).plan!.escalateAt!);
    await stage.until(() => told(caseId, clock).length === 3);
  };
  await late('verification');
  await stage.command(caseId, 'verify', {});
  await late('acceptance');
  await stage.command(caseId, 'accept', {});
  await stage.command(caseId, 'make-safe', { crewId: 'crew' });
  await late('make-safe');
  await late('assignment');
  await stage.command(caseId, 'assign', { assignee: { kind: 'crew', id: 'crew' } });
  await late('repair');
  for (const clock of ['verification', 'acceptance', 'make-safe', 'assignment', 'repair'] as const) {
    expect(told(caseId, clock)).toEqual(['reminder', 'breach', 'management']);
  }
  stage.world.policy = policy;
  expect(Date.now() - begun).toBeLessThan(15 * second);
});

test('make safe has its own clock while the repair stays open', async () => {
  const { caseId } = await stage.report();
  await stage.work(caseId);
  await stage.command(caseId, 'make-safe', { crewId: 'crew' });
  await stage.reach(stage.clock(caseId, 'make-safe').plan!.dueAt);
  await stage.untilFact(caseId, 'breach');
  await stage.command(caseId, 'made-safe', {});
  expect(told(caseId, 'make-safe')).toEqual(['reminder', 'breach']);
  expect(stage.clock(caseId, 'make-safe').status).toBe('missed');
  expect(stage.clock(caseId, 'repair')).toMatchObject({ status: 'running', fired: [] });
});

test('a stage belongs to its cycle: a reopened case that is late again is told again', async () => {
  const { caseId, reportId } = await stage.report();
  const lateRepair = async () => {
    await stage.command(caseId, 'assign', { assignee: { kind: 'crew', id: 'crew' } });
    await stage.reach(stage.clock(caseId, 'repair').plan!.dueAt);
    await stage.repair(caseId);
  };
  await stage.command(caseId, 'verify', {});
  await stage.command(caseId, 'accept', {});
  await lateRepair();
  await stage.act(reportId, 'not-fixed');
  await stage.untilFact(caseId, 'reopen-asked');
  await stage.command(caseId, 'decide-reopen', { reopen: true });
  await lateRepair();
  const breaches = stage.facts(caseId, 'breach').map(({ clock, cycle }) => [clock, cycle]);
  expect(breaches).toEqual([
    ['repair', 1],
    ['repair', 2],
  ]);
});

test('only an activity moves a deadline: a policy that changed unsaid changes nothing', async () => {
  const { caseId } = await stage.report();
  const { plan } = stage.clock(caseId, 'verification');
  stage.world.policy.verification = { ...usual, minutes: 60 };
  await stage.reach(plan!.remindAt! - hour);
  expect(await fired(caseId, 'verification')).toEqual([]);
  await stage.reach(plan!.dueAt);
  expect(await fired(caseId, 'verification')).toEqual(['reminder', 'breach']);
});

test('a clock without a target is off and never fires', async () => {
  delete stage.world.policy.verification;
  const { caseId } = await stage.report();
  expect(stage.clock(caseId, 'verification')).toMatchObject({ status: 'off', plan: null });
  await stage.env.sleep(50 * hour);
  expect(await fired(caseId, 'verification')).toEqual([]);
});

test('a stage that a changed policy puts into the past fires once, marked "policy change"', async () => {
  const { caseId } = await stage.report();
  const { startedAt, plan } = stage.clock(caseId, 'verification');
  await stage.reach(plan!.remindAt!);
  await stage.untilFact(caseId, 'reminder');
  await changePolicy(caseId, 8 * 60);
  await stage.untilFact(caseId, 'breach');
  expect(stage.facts(caseId, 'replanned')).toMatchObject([
    { clock: 'verification', data: { from: plan!.dueAt, to: startedAt + 8 * hour } },
  ]);
  await changePolicy(caseId, 8 * 60);
  await stage.reach(startedAt + 20 * hour);
  await stage.untilFact(caseId, 'management');
  expect(told(caseId, 'verification')).toEqual([
    'reminder',
    'breach by policy-change',
    'management by policy-change',
  ]);
  expect(stage.facts(caseId, 'replanned')).toHaveLength(1);
});

test('a longer policy takes nothing back and repeats nothing', async () => {
  const { caseId } = await stage.report();
  const { startedAt, plan } = stage.clock(caseId, 'verification');
  await stage.reach(plan!.dueAt);
  await stage.untilFact(caseId, 'breach');
  await changePolicy(caseId, 20 * 60);
  await stage.reach(startedAt + 21 * hour);
  expect(await fired(caseId, 'verification')).toEqual(['reminder', 'breach']);
  await stage.reach(startedAt + 22 * hour);
  await stage.untilFact(caseId, 'management');
  expect(told(caseId, 'verification')).toEqual(['reminder', 'breach', 'management']);
});

test('a merge keeps the earlier deadline, whichever case goes into the other', async () => {
  const early = await stage.report();
  await stage.env.sleep(30 * hour);
  const late = await stage.report();
  const later = await stage.report();
  const promised = stage.clock(early.caseId, 'repair').plan!.dueAt;
  await stage.command(early.caseId, 'merge', { intoCaseId: late.caseId });
  await stage.untilFact(late.caseId, 'absorbed');
  await stage.untilFact(late.caseId, 'attached');
  expect(stage.clock(late.caseId, 'repair').plan!.dueAt).toBe(promised);
  expect(stage.state(late.caseId).members).toBe(2);
  await stage.command(later.caseId, 'merge', { intoCaseId: late.caseId });
  await stage.untilFact(late.caseId, 'absorbed', 2);
  expect(stage.clock(late.caseId, 'repair').plan!.dueAt).toBe(promised);
  // Who reported the merged case hears of the end of the other.
  await stage.command(late.caseId, 'reject', { reason: 'not-ours' });
  await stage.until(() => stage.world.settled.get(early.reportId) === 'rejected');
});

test('nobody rates: the window closes by itself and reminds nobody', async () => {
  const { caseId, reportId } = await stage.report();
  await stage.work(caseId);
  await stage.repair(caseId);
  await stage.end(caseId);
  expect(stage.state(caseId)).toMatchObject({ status: 'closed', outcome: 'repaired', ratings: 0 });
  expect(told(caseId, 'rating')).toEqual([]);
  await stage.until(() => stage.world.settled.get(reportId) === 'repaired');
});
