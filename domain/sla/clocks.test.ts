import { activeClock, syncClocks, wantedClocks } from './clocks';
import { aClock, aPause, aState, hour, start } from './testing';

const running = (state: Parameters<typeof aState>[0] = {}) => {
  const opened = aState(state);
  return { ...opened, clocks: [aClock(), aClock({ kind: 'verification' })], status: 'verifying' as const };
};
const kinds = (clocks: { kind: string; status: string }[]) =>
  clocks.map(({ kind, status }) => `${kind} ${status}`);

describe('the clocks that a case has', () => {
  test.each([
    ['verifying', {}, ['verification', 'repair']],
    ['accepting', {}, ['acceptance', 'repair']],
    ['assigning', {}, ['assignment', 'repair']],
    ['assigned', {}, ['repair']],
    ['working', { safety: 'ordered' }, ['repair', 'make-safe']],
    ['working', { safety: 'done' }, ['repair']],
    ['working', { emergency: 'injured' }, ['repair']],
    ['repaired', {}, []],
    ['repaired', { safety: 'ordered' }, ['make-safe']],
    ['rating', {}, ['rating']],
    ['closed', { safety: 'ordered' }, []],
    ['rejected', {}, []],
    ['accepting', { kind: 'question' }, ['acceptance', 'repair']],
    ['answered', { kind: 'question' }, []],
  ] as const)('%s %j', (status, over, expected) => {
    expect(wantedClocks(aState({ status, ...over }))).toEqual(expected);
  });
});

describe('starting and stopping', () => {
  test('the first clocks count from the opening, however late the workflow', () => {
    const clocks = syncClocks(aState(), start + 5 * hour);
    expect(kinds(clocks)).toEqual(['verification planning', 'repair planning']);
    expect(clocks.every((clock) => clock.startedAt === start && clock.cycle === 1 && clock.turn === 1)).toBe(
      true,
    );
    expect(clocks[0]?.policy).toEqual({ departmentId: 'roads', categoryId: 'pothole', urgency: 'ordinary' });
  });

  test('the next status stops its clock and starts another, the repair goes on', () => {
    const state = running();
    const clocks = syncClocks({ ...state, status: 'accepting' }, start + hour);
    expect(kinds(clocks)).toEqual(['repair running', 'verification met', 'acceptance planning']);
    expect(activeClock(clocks, 'acceptance')?.startedAt).toBe(start + hour);
    expect(clocks[0]).toBe(state.clocks[0]);
  });

  test.each([
    [9, 'met'],
    [10, 'missed'],
    [11, 'missed'],
  ])('work done after %i of 10 hours is %s', (after, expected) => {
    const clocks = syncClocks({ ...running(), status: 'repaired' }, start + after * hour);
    expect(clocks[0]?.status).toBe(expected);
  });

  test('a clock without a plan yet is judged when the plan is there', () => {
    const opened = aState({ clocks: [aClock({ status: 'planning', plan: null })], status: 'repaired' });
    expect(syncClocks(opened, start + hour)[0]).toMatchObject({
      status: 'planning',
      stoppedAt: start + hour,
    });
  });

  test.each([
    ['rejected', 'rejected', 'cancelled', 'met'],
    ['closed', 'merged', 'cancelled', 'cancelled'],
    ['closed', 'not-real', 'cancelled', 'met'],
    ['closed', 'not-fixed', 'cancelled', 'met'],
    ['closed', 'repaired', 'met', 'met'],
    ['answered', 'answered', 'met', 'met'],
  ] as const)('%s as %s: repair %s, verification %s', (status, outcome, repair, verification) => {
    const [first, second] = syncClocks({ ...running(), status, outcome }, start + hour);
    expect([first?.status, second?.status]).toEqual([repair, verification]);
  });

  test('ending it does not undo that it was late', () => {
    const late = syncClocks({ ...running(), status: 'closed', outcome: 'not-fixed' }, start + 11 * hour);
    expect(late[0]?.status).toBe('missed');
  });

  test('the rating window is never missed', () => {
    const state = aState({ status: 'closed', outcome: 'repaired', clocks: [aClock({ kind: 'rating' })] });
    expect(syncClocks(state, start + 20 * hour)[0]?.status).toBe('met');
  });

  test('a clock without a target stays off', () => {
    const state = aState({ status: 'repaired', clocks: [aClock({ status: 'off', plan: null })] });
    expect(syncClocks(state, start + hour)[0]).toMatchObject({ status: 'off', stoppedAt: start + hour });
  });

  test('reopening starts the clocks of a new cycle', () => {
    const closed = syncClocks({ ...running(), status: 'closed', outcome: 'repaired' }, start + hour);
    const reopened = aState({ clocks: closed, status: 'assigning', cycle: 2 });
    const repair = activeClock(syncClocks(reopened, start + 2 * hour), 'repair');
    expect(repair).toMatchObject({ cycle: 2, turn: 1, startedAt: start + 2 * hour });
  });

  test('looking again changes nothing', () => {
    const paused = aState({ status: 'assigning', pauses: [aPause] });
    const once = syncClocks(paused, start + hour);
    expect(syncClocks({ ...paused, clocks: once }, start + 9 * hour)).toEqual(once);
  });
});

describe('rerouting', () => {
  test("the new department gets a clock of its own, the citizen's deadline stays", () => {
    const clocks = [aClock(), aClock({ kind: 'acceptance', startedAt: start })];
    const state = aState({ status: 'accepting', departmentId: 'parks', categoryId: 'tree', clocks });
    const after = syncClocks(state, start + hour);
    expect(after[0]).toBe(clocks[0]);
    expect(kinds(after)).toEqual(['repair running', 'acceptance met', 'acceptance planning']);
    expect(after[2]).toMatchObject({ turn: 2, startedAt: start + hour, policy: { departmentId: 'parks' } });
  });

  test('the repair clock follows a new urgency, never the other department', () => {
    const state = aState({ status: 'working', departmentId: 'parks', danger: 4, clocks: [aClock()] });
    expect(syncClocks(state, start + hour)[0]).toMatchObject({
      status: 'planning',
      policy: { departmentId: 'roads', categoryId: 'pothole', urgency: 'urgent' },
    });
  });

  test('verification corrects the category: planned again, the old plan readable meanwhile', () => {
    const state = aState({ status: 'working', categoryId: 'sign', clocks: [aClock()] });
    const [repair] = syncClocks(state, start + hour);
    expect(repair).toMatchObject({ status: 'planning', policy: { categoryId: 'sign' }, plan: aClock().plan });
  });
});

describe('pausing', () => {
  const working = (over = {}) => aState({ status: 'working', clocks: [aClock()], ...over });

  test('stops repair and assignment, nothing else', () => {
    const clocks = [aClock(), aClock({ kind: 'assignment' }), aClock({ kind: 'make-safe' })];
    const state = aState({ status: 'assigning', safety: 'ordered', pauses: [aPause], clocks });
    expect(kinds(syncClocks(state, start + hour))).toEqual([
      'repair paused',
      'assignment paused',
      'make-safe running',
    ]);
  });

  test('overlapping pauses are one to the clock, which resumes with the last', () => {
    const paused = syncClocks(working({ pauses: [aPause] }), start + hour);
    const two = syncClocks(
      working({ pauses: [aPause, { ...aPause, id: 'q' }], clocks: paused }),
      start + 2 * hour,
    );
    const one = syncClocks(working({ pauses: [aPause], clocks: two }), start + 3 * hour);
    expect(one).toEqual(paused);
    const none = syncClocks(working({ clocks: one }), start + 4 * hour);
    expect(none[0]).toMatchObject({
      status: 'planning',
      pauses: [{ from: start + hour, to: start + 4 * hour }],
    });
  });

  test('an emergency never pauses, and one that turns up ends the pause', () => {
    const emergency = working({ pauses: [aPause], emergency: 'imminent' });
    expect(syncClocks(emergency, start + hour)[0]?.pauses).toEqual([]);
    const paused = syncClocks(working({ pauses: [aPause] }), start + hour);
    const hurt = syncClocks(
      working({ pauses: [aPause], emergency: 'injured', clocks: paused }),
      start + 2 * hour,
    );
    expect(hurt[0]).toMatchObject({
      status: 'planning',
      pauses: [{ from: start + hour, to: start + 2 * hour }],
    });
  });

  test('a clock that waits for its plan goes on waiting', () => {
    const state = working({ pauses: [aPause], clocks: [aClock({ status: 'planning', plan: null })] });
    expect(syncClocks(state, start + hour)[0]).toMatchObject({ status: 'planning', pauses: [{ to: null }] });
  });

  test('an imported deadline runs on, the pause is still counted', () => {
    const state = working({ pauses: [aPause], clocks: [aClock({ source: 'import' })] });
    const paused = syncClocks(state, start + hour);
    expect(paused[0]).toMatchObject({ status: 'running', pauses: [{ to: null }] });
    const resumed = syncClocks(working({ clocks: paused }), start + 2 * hour);
    expect(resumed[0]).toMatchObject({ status: 'running', plan: aClock().plan });
  });

  test("the deadline of a merged case moves by the pause's length", () => {
    const state = working({
      clocks: [aClock({ cap: { at: start + 5 * hour, since: start } })],
      pauses: [aPause],
    });
    const paused = syncClocks(state, start + hour);
    expect(syncClocks(working({ clocks: paused }), start + 3 * hour)[0]?.cap?.at).toBe(start + 7 * hour);
  });

  test('ending in a pause: the pause ends too, and the plan that counts it decides', () => {
    const paused = syncClocks(working({ pauses: [aPause] }), start + hour);
    const done = aState({ status: 'repaired', pauses: [aPause], clocks: paused });
    expect(syncClocks(done, start + 30 * hour)[0]).toMatchObject({
      status: 'planning',
      stoppedAt: start + 30 * hour,
      pauses: [{ from: start + hour, to: start + 30 * hour }],
    });
  });
});
