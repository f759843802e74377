import { reportKinds } from '../../../domain/vocabulary';
import { hour, Stage } from '../../testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

test('a problem lives its whole life: verified, repaired, rated, closed, told', async () => {
  const { caseId, reportId } = await stage.report();
  await stage.work(caseId);
  await stage.repair(caseId);
  await stage.until(() => stage.world.callsOf('askForRating', reportId).length === 1);
  await stage.act(reportId, 'rating');
  await stage.untilFact(caseId, 'rated');
  await stage.end(caseId);
  expect(stage.facts(caseId).map(({ name }) => name)).toEqual([
    'opened',
    'verified',
    'accepted',
    'assigned',
    'started',
    'repaired',
    'qualified',
    'rating-asked',
    'rated',
    'closed',
  ]);
  expect(stage.state(caseId)).toMatchObject({ status: 'closed', outcome: 'repaired', ratings: 1 });
  await stage.until(() => stage.world.settled.has(reportId));
  expect(stage.world.settled.get(reportId)).toBe('repaired');
  expect(stage.world.callsOf('archiveHistory', `case-${caseId}`)).toHaveLength(1);
});

test('a dangerous place is made safe first and repaired by a supplier', async () => {
  const { caseId } = await stage.report({ danger: 4 });
  await stage.command(caseId, 'verify', { categoryId: 'sinkhole', danger: 3 });
  await stage.command(caseId, 'accept', {});
  await stage.command(caseId, 'make-safe', { crewId: 'crew' });
  await stage.command(caseId, 'assign', { assignee: { kind: 'supplier', id: 'asphalt' } });
  await stage.command(caseId, 'made-safe', { photoId: 'photo' });
  await stage.command(caseId, 'start', {});
  await stage.repair(caseId);
  expect(stage.state(caseId)).toMatchObject({
    ...{ status: 'rating', safety: 'done', categoryId: 'pothole' },
    assignee: { kind: 'supplier', id: 'asphalt' },
  });
  expect(stage.clock(caseId, 'make-safe').status).toBe('met');
});

test('the crew waits for supplier, agency and citizen, goes on and finishes', async () => {
  const { caseId } = await stage.report();
  await stage.work(caseId);
  for (const reason of ['supplier', 'agency', 'citizen'] as const) {
    await stage.command(caseId, 'pause', { pauseId: reason, reason });
    await stage.command(caseId, 'resume', { pauseId: reason });
  }
  await stage.repair(caseId);
  const waits = stage.facts(caseId, 'paused', 'resumed').map(({ name, data }) => [name, data?.pauseId]);
  expect(waits).toEqual(
    ['supplier', 'agency', 'citizen'].flatMap((id) => [
      ['paused', id],
      ['resumed', id],
    ]),
  );
  expect(stage.state(caseId)).toMatchObject({ status: 'rating', pauses: [] });
});

test('a case is refused with its reason, and its citizen hears of it', async () => {
  const { caseId, reportId } = await stage.report();
  await stage.command(caseId, 'reject', { reason: 'not-ours', noteId: 'why' });
  await stage.end(caseId);
  expect(stage.facts(caseId, 'rejected')).toMatchObject([{ noteId: 'why', data: { reason: 'not-ours' } }]);
  await stage.until(() => stage.world.settled.has(reportId));
  expect(stage.world.settled.get(reportId)).toBe('rejected');
});

test('another department takes a case over without a later deadline for the citizen', async () => {
  const { caseId } = await stage.report();
  await stage.command(caseId, 'verify', {});
  const promised = stage.clock(caseId, 'repair').plan;
  await stage.env.sleep(5 * hour);
  await stage.command(caseId, 'reroute', { departmentId: 'parks', categoryId: 'tree' });
  expect(stage.state(caseId)).toMatchObject({ status: 'accepting', departmentId: 'parks', assignee: null });
  expect(stage.clock(caseId, 'repair').plan).toEqual(promised);
  expect(stage.clock(caseId, 'acceptance')).toMatchObject({ turn: 2, policy: { departmentId: 'parks' } });
});

test.each(reportKinds.slice(1))('a %s ends with an answer, never with a repair', async (kind) => {
  const { caseId, reportId } = await stage.report({ kind });
  await stage.command(caseId, 'verify', {});
  expect(await stage.refusal(caseId, 'accept', {})).toBe('wrong-kind');
  await stage.command(caseId, 'answer', { noteId: 'answer' });
  await stage.end(caseId);
  expect(stage.state(caseId)).toMatchObject({ status: 'answered', outcome: 'answered' });
  await stage.until(() => stage.world.settled.get(reportId) === 'answered');
});

test('a problem that the crew does not find is closed as not real', async () => {
  const { caseId, reportId } = await stage.report();
  await stage.work(caseId);
  const found = { qualificationId: 'q', real: false, danger: 1, categoryId: 'pothole' } as const;
  await stage.command(caseId, 'qualify', found);
  await stage.end(caseId);
  expect(stage.state(caseId)).toMatchObject({ status: 'closed', outcome: 'not-real' });
  expect(stage.world.callsOf('askForRating', reportId)).toEqual([]);
});

test('what cannot be repaired is closed with a reason only', async () => {
  const { caseId } = await stage.report();
  await stage.work(caseId);
  expect(await stage.refusal(caseId, 'close', { outcome: 'not-fixed', noteId: undefined })).toBe(
    'invalid-input',
  );
  await stage.command(caseId, 'close', { outcome: 'not-fixed' });
  await stage.end(caseId);
  expect(stage.state(caseId)).toMatchObject({ status: 'closed', outcome: 'not-fixed' });
});

test('"not fixed" is a request: refused the case closes, granted it begins a new cycle', async () => {
  const { caseId, reportId } = await stage.report();
  await stage.work(caseId);
  await stage.repair(caseId);
  await stage.act(reportId, 'not-fixed');
  await stage.untilFact(caseId, 'reopen-asked');
  // While it is not decided, the citizens' window stays open.
  await stage.reach(stage.clock(caseId, 'rating').plan!.dueAt + hour);
  expect(stage.state(caseId).status).toBe('rating');
  await stage.command(caseId, 'decide-reopen', { reopen: false });
  await stage.end(caseId);
  expect(stage.facts(caseId, 'reopen-refused', 'closed')).toHaveLength(2);

  // The case has ended: asked again, it comes back from its snapshot.
  await stage.until(() => stage.world.settled.has(reportId));
  await stage.act(reportId, 'not-fixed');
  await stage.untilFact(caseId, 'reopen-asked', 2);
  await stage.command(caseId, 'decide-reopen', { reopen: true });
  expect(stage.state(caseId)).toMatchObject({ status: 'assigning', cycle: 2, outcome: null });
  await stage.command(caseId, 'assign', { assignee: { kind: 'crew', id: 'crew' } });
  await stage.repair(caseId);
  await stage.command(caseId, 'close', { outcome: 'repaired' });
  await stage.end(caseId);
  const asked = stage.world.callsOf('askForRating', reportId);
  await stage.until(() => stage.world.callsOf('settleReport', reportId).length === 2);
  expect(asked.map(({ cycle }) => cycle)).toEqual([1, 2]);
});

test('an illegal command is refused at once, with its code and without a trace', async () => {
  const { caseId } = await stage.report();
  expect(await stage.refusal(caseId, 'start', {})).toBe('illegal-transition');
  expect(await stage.refusal(caseId, 'made-safe', {})).toBe('illegal-transition');
  expect(await stage.refusal(caseId, 'recall', {})).toBe('no-forward-running');
  expect(await stage.refusal(caseId, 'decide-reopen', { reopen: true })).toBe('illegal-transition');
  await stage.command(caseId, 'verify', {});
  expect(await stage.refusal(caseId, 'resume', { pauseId: 'none' })).toBe('not-paused');
  const { events } = await stage.handle(caseId).fetchHistory();
  const accepted = events?.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes);
  expect(accepted).toHaveLength(1);
  expect(stage.facts(caseId).map(({ name }) => name)).toEqual(['opened', 'verified']);
});
