import { overtimeMs } from '../../../domain/round/time';
import {
  dispatch,
  mention,
  roundFacts,
  roundHandle,
  roundOver,
  roundState,
  shiftEnd,
  startRound,
  tell,
  toAssign,
} from '../../testing/rounds';
import { hour, minute, refusalOf, Stage } from '../../testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** Cases that wait for a crew. */
async function waiting(count: number): Promise<{ caseId: string }[]> {
  const cases = [];
  for (let n = 0; n < count; n++) {
    const told = await stage.report();
    await toAssign(stage, told.caseId);
    cases.push(told);
  }
  return cases;
}
const statuses = (roundId: string) =>
  Object.fromEntries(roundState(stage, roundId).stops.map(({ caseId, status }) => [caseId, status]));
const caseStatus = (caseId: string) => stage.state(caseId).status;

test('a crew drives from stop to stop, and each case follows', async () => {
  const [first, second] = await waiting(2);
  const roundId = await dispatch(stage, [first!, second!]);
  expect(stage.facts(first!.caseId, 'assigned')).toMatchObject([
    { actor: { kind: 'user', id: 'coordinator' }, data: { kind: 'crew', id: 'crew', roundId } },
  ]);
  await tell(stage, roundId, 'arrive', first!);
  expect(caseStatus(first!.caseId)).toBe('working');
  expect(await refusalOf(tell(stage, roundId, 'arrive', second!))).toBe('stop-in-progress');
  await stage.env.sleep(40 * minute);
  await tell(stage, roundId, 'done', { ...first!, repairId: 'what-was-done' });
  expect(stage.facts(first!.caseId, 'repaired')).toMatchObject([
    { actor: { id: 'technician' }, data: { repairId: 'what-was-done' } },
  ]);
  const [stop] = roundState(stage, roundId).stops;
  expect(stop!.leftAt! - stop!.arrivedAt!).toBeGreaterThanOrEqual(40 * minute);
  await tell(stage, roundId, 'arrive', second!);
  await tell(stage, roundId, 'done', { ...second!, repairId: 'r' });
  await roundOver(stage, roundId);
  expect(roundState(stage, roundId).status).toBe('over');
  expect(roundFacts(stage, roundId)).toEqual(['dispatched', 'arrived', 'done', 'arrived', 'done', 'over']);
  expect(stage.world.callsOf('archiveHistory', `round-${roundId}`)).toHaveLength(1);
});

test('what was not reached waits for a crew again, as urgent as before, and says why', async () => {
  const [reached, missed] = await waiting(2);
  const repair = stage.clock(missed!.caseId, 'repair');
  const roundId = await dispatch(stage, [reached!, missed!]);
  await tell(stage, roundId, 'arrive', reached!);
  await tell(stage, roundId, 'done', { ...reached!, repairId: 'r' });
  await stage.reach(shiftEnd(stage, roundId));
  await stage.untilFact(missed!.caseId, 'unassigned');
  expect(stage.facts(missed!.caseId, 'unassigned')).toMatchObject([
    { actor: { kind: 'system' }, data: { reason: 'not-reached', roundId } },
  ]);
  expect(stage.state(missed!.caseId)).toMatchObject({ status: 'assigning', assignee: null, danger: 2 });
  expect(stage.clock(missed!.caseId, 'repair').plan).toEqual(repair.plan);
  expect(stage.clock(missed!.caseId, 'assignment')).toMatchObject({ turn: 2, stoppedAt: null });
  await roundOver(stage, roundId);
  expect(statuses(roundId)).toEqual({ [reached!.caseId]: 'done', [missed!.caseId]: 'returned' });
});

test('who is in the middle of something when the shift ends may finish it', async () => {
  const [begun, missed] = await waiting(2);
  const roundId = await dispatch(stage, [begun!, missed!]);
  await tell(stage, roundId, 'arrive', begun!);
  await stage.reach(shiftEnd(stage, roundId));
  await stage.untilFact(missed!.caseId, 'unassigned');
  expect(roundState(stage, roundId).status).toBe('dispatched');
  expect(caseStatus(begun!.caseId)).toBe('working');
  await stage.env.sleep(hour);
  await tell(stage, roundId, 'done', { ...begun!, repairId: 'r' });
  await roundOver(stage, roundId);
  expect(roundFacts(stage, roundId).slice(-4)).toEqual(['overtime', 'returned', 'done', 'over']);
  expect(caseStatus(begun!.caseId)).toBe('repaired');
});

test('what nobody says anything more about goes back two hours after the shift', async () => {
  const [begun] = await waiting(1);
  const roundId = await dispatch(stage, [begun!]);
  await tell(stage, roundId, 'arrive', begun!);
  await roundOver(stage, roundId);
  expect(await stage.now()).toBeGreaterThanOrEqual(shiftEnd(stage, roundId) + overtimeMs);
  await stage.untilFact(begun!.caseId, 'unassigned');
  expect(statuses(roundId)).toEqual({ [begun!.caseId]: 'returned' });
});

test('what is not possible goes back at once with its reason and words, and may come in again', async () => {
  const [blocked] = await waiting(1);
  const roundId = await dispatch(stage, [blocked!]);
  await tell(stage, roundId, 'not-possible', { ...blocked!, reason: 'vehicle-parked', noteId: 'words' });
  expect(stage.facts(blocked!.caseId, 'unassigned')).toMatchObject([
    { actor: { id: 'technician' }, noteId: 'words', data: { reason: 'vehicle-parked' } },
  ]);
  await tell(stage, roundId, 'insert', { ...blocked!, task: 'repair' });
  expect(stage.state(blocked!.caseId)).toMatchObject({ status: 'assigned', assignee: { id: 'crew' } });
  await tell(stage, roundId, 'end', {});
  await roundOver(stage, roundId);
  expect(caseStatus(blocked!.caseId)).toBe('assigning');
});

test('an emergency on the way becomes the next stop; the place is made safe before it can be repaired', async () => {
  const [first] = await waiting(1);
  const emergency = await stage.report();
  const roundId = await dispatch(stage, [first!]);
  await tell(stage, roundId, 'insert', { caseId: emergency.caseId, task: 'make-safe' });
  expect(roundState(stage, roundId).stops.map(({ caseId }) => caseId)).toEqual([
    emergency.caseId,
    first!.caseId,
  ]);
  expect(stage.state(emergency.caseId)).toMatchObject({ status: 'verifying', safety: 'ordered' });
  await tell(stage, roundId, 'arrive', { caseId: emergency.caseId });
  await tell(stage, roundId, 'done', { caseId: emergency.caseId, photoId: 'photo' });
  expect(stage.state(emergency.caseId)).toMatchObject({ status: 'verifying', safety: 'done' });
  await tell(stage, roundId, 'end', {});
  await roundOver(stage, roundId);
});

test('a word that is repeated counts once', async () => {
  const [one] = await waiting(1);
  const roundId = await dispatch(stage, [one!]);
  const first = await tell(stage, roundId, 'arrive', one!, 'the-same');
  expect(await tell(stage, roundId, 'arrive', one!, 'the-same')).toEqual(first);
  expect(roundFacts(stage, roundId)).toEqual(['dispatched', 'arrived']);
  expect(stage.facts(one!.caseId, 'started')).toHaveLength(1);
  await tell(stage, roundId, 'done', { ...one!, repairId: 'r' });
  await tell(stage, roundId, 'end', {});
});

test('what the desk gave to somebody else leaves the round when the crew comes', async () => {
  const [taken, other] = await waiting(2);
  const roundId = await dispatch(stage, [taken!, other!]);
  await stage.command(taken!.caseId, 'assign', { assignee: { kind: 'supplier', id: 'asphalt' } });
  expect(await tell(stage, roundId, 'arrive', taken!)).toMatchObject({ refused: 'conflict' });
  expect(statuses(roundId)[taken!.caseId]).toBe('returned');
  expect(stage.state(taken!.caseId)).toMatchObject({ status: 'assigned', assignee: { id: 'asphalt' } });
  // The crew goes on.
  await tell(stage, roundId, 'arrive', other!);
  await tell(stage, roundId, 'not-possible', { ...other!, reason: 'weather' });
  await roundOver(stage, roundId);
  expect(stage.state(taken!.caseId)).toMatchObject({ assignee: { id: 'asphalt' } });
});

test('what was repaired twice is refused once, and people see it', async () => {
  const [one] = await waiting(1);
  const roundId = await dispatch(stage, [one!]);
  await tell(stage, roundId, 'arrive', one!);
  await stage.command(one!.caseId, 'mark-repaired', { repairId: 'by-the-desk' });
  const answer = await tell(stage, roundId, 'done', { ...one!, repairId: 'by-the-crew' });
  expect(answer.refused).toBe('illegal-transition');
  expect(roundState(stage, roundId).stops).toMatchObject([{ status: 'done', refused: 'illegal-transition' }]);
  expect(roundFacts(stage, roundId)).toEqual(['dispatched', 'arrived', 'done', 'refused']);
  await tell(stage, roundId, 'end', {});
});

test('a round that lost its workflow goes on where the database has it, with what it still had to say', async () => {
  const [one, other] = await waiting(2);
  const roundId = await dispatch(stage, [one!, other!]);
  const release = stage.world.hold('commandCase');
  await mention(stage, roundId, 'arrive', one!, 'half-way');
  await stage.until(() => roundState(stage, roundId).stops[0]?.status === 'arrived');
  await roundHandle(stage, roundId).terminate('lost');
  release();

  await startRound(stage, roundId);
  await stage.until(() => caseStatus(one!.caseId) === 'working');
  await tell(stage, roundId, 'arrive', one!, 'half-way');
  expect(stage.facts(one!.caseId, 'started')).toHaveLength(1);
  await tell(stage, roundId, 'done', { ...one!, repairId: 'r' });
  await tell(stage, roundId, 'end', {});
  await roundOver(stage, roundId);
  expect(caseStatus(other!.caseId)).toBe('assigning');
  expect(roundFacts(stage, roundId).filter((name) => name === 'arrived')).toHaveLength(1);
});
