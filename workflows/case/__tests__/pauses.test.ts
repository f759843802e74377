import { hour, Stage } from '../../testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** A case in work and when its repair is due. */
async function inWork(): Promise<{ caseId: string; promised: number }> {
  const { caseId } = await stage.report();
  await stage.work(caseId);
  return { caseId, promised: stage.clock(caseId, 'repair').plan!.dueAt };
}

const dueAt = (caseId: string) => stage.clock(caseId, 'repair').plan!.dueAt;

test('pauses that overlap count once; oversight sees each with its reason and end', async () => {
  const { caseId, promised } = await inWork();
  await stage.command(caseId, 'pause', { pauseId: 'a', reason: 'supplier' });
  await stage.env.sleep(5 * hour);
  await stage.command(caseId, 'pause', { pauseId: 'b', reason: 'agency' });
  expect(stage.state(caseId).pauses).toMatchObject([
    { id: 'a', reason: 'supplier', endsAt: expect.any(Number) },
    { id: 'b', reason: 'agency', endsAt: expect.any(Number) },
  ]);
  await stage.env.sleep(5 * hour);
  await stage.command(caseId, 'resume', { pauseId: 'a' });
  expect(stage.clock(caseId, 'repair').status).toBe('paused');
  await stage.env.sleep(5 * hour);
  await stage.command(caseId, 'resume', { pauseId: 'b' });
  const { status, pauses } = stage.clock(caseId, 'repair');
  expect(status).toBe('running');
  expect(pauses).toHaveLength(1);
  const paused = pauses[0]!.to! - pauses[0]!.from;
  expect(Math.round(paused / hour)).toBe(15);
  expect(dueAt(caseId) - promised).toBe(paused);
});

test('a paused clock tells nobody, and tells at the later deadline', async () => {
  const { caseId, promised } = await inWork();
  await stage.reach(promised - 2 * hour);
  await stage.command(caseId, 'pause', { pauseId: 'p', reason: 'supplier' });
  await stage.reach(promised + 10 * hour);
  await stage.command(caseId, 'resume', { pauseId: 'p' });
  expect(stage.facts(caseId, 'reminder', 'breach')).toEqual([]);
  await stage.reach(dueAt(caseId));
  await stage.untilFact(caseId, 'breach');
  expect(dueAt(caseId)).toBeGreaterThan(promised + 11 * hour);
});

test('a pause ends by itself: as wished, or at the maximum that a cycle may wait', async () => {
  const { caseId, promised } = await inWork();
  const until = Math.round(await stage.now()) + 4 * hour;
  await stage.command(caseId, 'pause', { pauseId: 'wish', reason: 'citizen', until });
  await stage.reach(until);
  await stage.untilFact(caseId, 'pause-expired');
  await stage.command(caseId, 'pause', { pauseId: 'long', reason: 'supplier' });
  const [long] = stage.state(caseId).pauses;
  await stage.reach(long!.endsAt!);
  await stage.untilFact(caseId, 'pause-expired', 2);
  await stage.until(() => dueAt(caseId) === promised + 24 * hour);
  // Nothing is left of the cycle's day.
  await stage.command(caseId, 'pause', { pauseId: 'more', reason: 'supplier' });
  await stage.untilFact(caseId, 'pause-expired', 3);
  expect(dueAt(caseId)).toBe(promised + 24 * hour);
  expect(stage.state(caseId).pauses).toEqual([]);
});

test('an emergency never pauses', async () => {
  const { caseId } = await stage.report({ emergency: 'injured' });
  await stage.work(caseId);
  expect(await stage.refusal(caseId, 'pause', { pauseId: 'p', reason: 'supplier' })).toBe(
    'emergency-never-pauses',
  );
  await stage.command(caseId, 'recall', {});
});

test('a pause ends when an emergency is reported', async () => {
  const { caseId } = await inWork();
  await stage.command(caseId, 'pause', { pauseId: 'p', reason: 'supplier' });
  await stage.report({ joins: caseId, emergency: 'imminent' });
  await stage.untilFact(caseId, 'resumed');
  expect(stage.state(caseId)).toMatchObject({ emergency: 'imminent', pauses: [] });
  expect(stage.clock(caseId, 'repair')).toMatchObject({
    status: 'running',
    policy: { urgency: 'emergency' },
  });
  await stage.command(caseId, 'recall', {});
});
