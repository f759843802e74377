import { randomUUID } from 'node:crypto';
import { hour, Stage } from '../../testing/stage';
import { answeredSignal } from '../messages';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const supplier = { kind: 'supplier', id: 'asphalt-ltd' } as const;
const agency = { kind: 'agency', id: 'gas-network' } as const;

async function ask(
  caseId: string,
  of: { kind: 'supplier' | 'agency' | 'citizen'; id: string },
  hours: number,
) {
  const questionId = randomUUID();
  const dueAt = Math.round(await stage.now()) + hours * hour;
  await stage.command(caseId, 'ask', { questionId, of, dueAt });
  return { questionId, dueAt };
}
const answer = (
  caseId: string,
  questionId: string,
  of: { kind: 'supplier' | 'agency' | 'citizen'; id: string },
) => stage.world.toCase(caseId, answeredSignal, [{ questionId, messageId: `to-${questionId}`, actor: of }]);
const dueAt = (caseId: string, kind = 'repair') => stage.clock(caseId, kind).plan!.dueAt;

test('a pothole over a broken pipe: roads ask a supplier and an agency, water does its part, and every clock is right', async () => {
  const { caseId, reportId } = await stage.report();
  const verifyBy = dueAt(caseId, 'verification');
  // The desk asks the citizen which side of the road: verification and repair stand still, and go on by the answer.
  const promised = dueAt(caseId);
  const citizen = { kind: 'citizen', id: reportId } as const;
  const first = await ask(caseId, citizen, 8);
  expect(stage.clock(caseId, 'verification').status).toBe('paused');
  await stage.env.sleep(3 * hour);
  await answer(caseId, first.questionId, citizen);
  await stage.untilFact(caseId, 'question-answered');
  await stage.until(() => stage.clock(caseId, 'verification').status === 'running');
  const waited = dueAt(caseId) - promised;
  expect(Math.round(waited / hour)).toBe(3);
  expect(dueAt(caseId, 'verification') - verifyBy).toBe(waited);
  await stage.command(caseId, 'verify', {});
  await stage.command(caseId, 'accept', {});

  // There is a pipe under it: a part for water, with clocks of its own, which begin now.
  const partId = randomUUID();
  await stage.command(caseId, 'open-part', { partId, departmentId: 'water', categoryId: 'leak' });
  await stage.until(() => stage.world.rows.get(partId)?.state != null);
  expect(stage.state(partId)).toMatchObject({ status: 'accepting', departmentId: 'water', partOf: caseId });
  expect(stage.facts(partId, 'opened')).toHaveLength(1);
  await stage.until(() => stage.clock(partId, 'acceptance')?.plan != null);
  expect(dueAt(partId)).toBeGreaterThan(dueAt(caseId));

  // The work is offered to a supplier, who does not answer in twenty hours: back, and the repair's clock has run on.
  const before = dueAt(caseId);
  await stage.command(caseId, 'hand-over', { handoverId: 'offer-1', to: supplier });
  await stage.until(() => stage.clock(caseId, 'handover')?.plan != null);
  expect(await stage.refusal(caseId, 'assign', { assignee: { kind: 'crew', id: 'crew' } })).toBe(
    'offer-waits',
  );
  await stage.reach(dueAt(caseId, 'handover'));
  await stage.untilFact(caseId, 'handover-unanswered');
  // Nobody is escalated to for an offer; finding somebody is still the department's own clock.
  expect(stage.facts(caseId, 'breach').map(({ clock }) => clock)).toEqual(['assignment']);
  expect(stage.state(caseId)).toMatchObject({ status: 'assigning', handover: null });
  expect(dueAt(caseId)).toBe(before);

  // Offered again it is taken.
  await stage.command(caseId, 'hand-over', { handoverId: 'offer-2', to: supplier });
  await stage.command(caseId, 'answer-handover', { handoverId: 'offer-2', taken: true });
  expect(stage.state(caseId)).toMatchObject({ status: 'assigned', assignee: supplier });
  expect(stage.clock(caseId, 'handover')).toMatchObject({ turn: 2, stoppedAt: expect.any(Number) });
  await stage.command(caseId, 'start', {});

  // The gas network is asked where its pipe runs, is reminded, and does not answer: the time of the question does not count.
  const running = dueAt(caseId);
  const asked = await ask(caseId, agency, 10);
  await stage.reach(asked.dueAt - 4 * hour);
  await stage.untilFact(caseId, 'question-reminded');
  expect(stage.clock(caseId, 'repair').status).toBe('paused');
  await stage.reach(asked.dueAt);
  await stage.untilFact(caseId, 'question-expired');
  await stage.until(() => stage.clock(caseId, 'repair').status === 'running');
  expect(Math.round((dueAt(caseId) - running) / hour)).toBe(10);
  // What it says afterwards changes nothing any more.
  await answer(caseId, asked.questionId, agency);

  // Roads cannot be done before water is.
  expect(await stage.refusal(caseId, 'mark-repaired', { repairId: 'r' })).toBe('parts-open');
  await stage.command(partId, 'accept', {});
  await stage.command(partId, 'assign', { assignee: { kind: 'crew', id: 'plumbers' } });
  await stage.command(partId, 'start', {});
  await stage.repair(partId);
  await stage.end(partId);
  expect(stage.state(partId)).toMatchObject({ status: 'closed', outcome: 'repaired' });
  expect(stage.facts(partId, 'rating-asked')).toEqual([]);
  await stage.untilFact(caseId, 'part-ended');
  await stage.repair(caseId);
  expect(stage.clock(caseId, 'repair').status).toBe('met');
  expect(stage.facts(caseId, 'question-answered')).toHaveLength(1);
  await stage.act(reportId, 'rating');
  await stage.command(caseId, 'close', { outcome: 'repaired' });
  await stage.settled(reportId);
});

test('a case that another department takes is accepted by that, and the citizen’s deadline stays', async () => {
  const { caseId } = await stage.report();
  await stage.command(caseId, 'verify', {});
  const promised = dueAt(caseId);
  const to = { kind: 'department', id: 'water' } as const;
  await stage.command(caseId, 'hand-over', { handoverId: 'o', to, categoryId: 'leak' });
  await stage.command(caseId, 'answer-handover', { handoverId: 'o', taken: true });
  expect(stage.state(caseId)).toMatchObject({
    status: 'assigning',
    departmentId: 'water',
    categoryId: 'leak',
  });
  expect(dueAt(caseId)).toBe(promised);
  await stage.command(caseId, 'reject', { reason: 'not-ours' });
});

test('a refused offer, and one that is taken back, leave the case where it is', async () => {
  const { caseId } = await stage.report();
  await stage.work(caseId);
  await stage.command(caseId, 'hand-over', { handoverId: 'a', to: supplier });
  await stage.command(caseId, 'answer-handover', { handoverId: 'a', taken: false, reason: 'no-capacity' });
  await stage.command(caseId, 'hand-over', { handoverId: 'b', to: agency });
  await stage.command(caseId, 'withdraw-handover', { handoverId: 'b' });
  expect(stage.facts(caseId, 'handover-refused')[0]!.data).toMatchObject({ reason: 'no-capacity' });
  expect(stage.state(caseId)).toMatchObject({ status: 'working', assignee: { kind: 'crew', id: 'crew' } });
  await stage.command(caseId, 'close', { outcome: 'not-fixed' });
});

test('a part that the other department refuses is no longer waited for, and says how it ended', async () => {
  const { caseId } = await stage.report();
  await stage.work(caseId);
  const partId = randomUUID();
  await stage.command(caseId, 'open-part', { partId, departmentId: 'water', categoryId: 'leak' });
  await stage.until(() => stage.world.rows.get(partId)?.state != null);
  await stage.command(partId, 'reject', { reason: 'not-ours' });
  await stage.untilFact(caseId, 'part-ended');
  expect(stage.facts(caseId, 'part-ended')[0]!.data).toMatchObject({ partId, outcome: 'rejected' });
  await stage.repair(caseId);
});

test('a deadline beyond what any timer takes does no harm', async () => {
  const { caseId } = await stage.report();
  await stage.command(caseId, 'verify', {});
  await stage.command(caseId, 'accept', {});
  await stage.command(caseId, 'import-deadline', { dueAt: 8.64e15 });
  await stage.command(caseId, 'assign', { assignee: { kind: 'crew', id: 'crew' } });
  await stage.command(caseId, 'start', {});
  expect(stage.state(caseId).status).toBe('working');
  await stage.command(caseId, 'close', { outcome: 'not-fixed' });
});

test('in an emergency nothing stands still for a question, and an alarm ends what stood still', async () => {
  const { caseId } = await stage.report();
  await stage.work(caseId);
  await ask(caseId, supplier, 8);
  expect(stage.clock(caseId, 'repair').status).toBe('paused');
  await stage.report({ joins: caseId, emergency: 'injured' });
  await stage.until(() => stage.clock(caseId, 'repair').status === 'running');
  expect(stage.state(caseId).questions).toHaveLength(1);
  await stage.command(caseId, 'recall', {});
  await stage.command(caseId, 'close', { outcome: 'not-fixed' });
  expect(stage.facts(caseId, 'question-withdrawn')).toHaveLength(1);
});
