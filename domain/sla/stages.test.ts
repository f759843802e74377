import type { Clock, FiredStage } from './clock';
import { dueStages, markFired, nextWake, windowOver } from './stages';
import { aClock, aPause, hour, start } from './testing';

const at = (hours: number) => start + hours * hour;
const due = (clock: Clock, hours: number) => dueStages([clock], at(hours)).map(({ stage }) => stage);
const fired = (...list: FiredStage['stage'][]): FiredStage[] =>
  list.map((stage) => ({ stage, at: start, cause: 'time' }));

describe('due stages of a clock of 10 hours, reminder at 8, management at 12', () => {
  test.each<[string, number, Partial<Clock>, string[]]>([
    ['before the reminder', 7.9, {}, []],
    ['at the reminder', 8, {}, ['reminder']],
    ['after the reminder', 9, { fired: fired('reminder') }, []],
    ['at the deadline', 10, { fired: fired('reminder') }, ['breach']],
    ['at the deadline, the reminder was never seen', 10, {}, ['breach']],
    ['after the breach no reminder', 11, { fired: fired('breach') }, []],
    ['after the grace', 12, { fired: fired('reminder', 'breach') }, ['management']],
    ['seen very late', 50, {}, ['breach', 'management']],
    ['all fired', 50, { fired: fired('breach', 'management') }, []],
    ['not planned', 50, { status: 'planning', plan: null }, []],
    ['planned again', 50, { status: 'planning' }, []],
    ['without target', 50, { status: 'off', plan: null }, []],
    ['done in time', 50, { status: 'met', stoppedAt: at(9) }, []],
    ['not needed any more', 50, { status: 'cancelled', stoppedAt: at(9) }, []],
    ['done late before anybody looked', 50, { status: 'missed', stoppedAt: at(11) }, ['breach']],
    [
      'done very late before anybody looked',
      50,
      { status: 'missed', stoppedAt: at(13) },
      ['breach', 'management'],
    ],
    ['the rating window warns nobody', 50, { kind: 'rating' }, []],
    ['no grace, no management', 50, { plan: { remindAt: null, dueAt: at(1), escalateAt: null } }, ['breach']],
  ])('%s', (_what, hours, over, expected) => {
    expect(due(aClock(over), hours)).toEqual(expected);
  });

  test.each([
    [7, []],
    [9, ['reminder']],
    [11, ['breach']],
    [13, ['breach', 'management']],
  ])('a pause that began after %i hours holds back what comes later', (from, expected) => {
    const paused = aClock({ status: 'paused', pauses: [{ from: at(from), to: null }] });
    expect(due(paused, 50)).toEqual(expected);
  });

  test('several clocks: in the order of their instants, each named', () => {
    const plan = { remindAt: null, dueAt: at(9), escalateAt: null };
    const list = dueStages([aClock(), aClock({ kind: 'assignment', turn: 2, plan })], at(20));
    expect(list.map(({ kind, turn, stage, at: when }) => [kind, turn, stage, when])).toEqual([
      ['assignment', 2, 'breach', at(9)],
      ['repair', 1, 'breach', at(10)],
      ['repair', 1, 'management', at(12)],
    ]);
  });
});

describe('firing', () => {
  test('what has fired never comes again, not even when the plan moves', () => {
    const clocks = [aClock({ turn: 1, status: 'missed', stoppedAt: at(11) }), aClock({ turn: 2 })];
    const first = dueStages(clocks, at(11));
    const after = markFired(clocks, first, at(11.5));
    expect(after[0]?.fired).toEqual([{ stage: 'breach', cause: 'time', at: at(11.5) }]);
    expect(after[1]?.fired).toEqual([{ stage: 'breach', cause: 'time', at: at(11.5) }]);
    expect(dueStages(after, at(11.5))).toEqual([]);
    const moved = after.map((clock) => ({
      ...clock,
      plan: { remindAt: at(13), dueAt: at(14), escalateAt: null },
    }));
    expect(dueStages(moved, at(15))).toEqual([]);
  });

  test.each([
    ['follows the breach by policy change', 11, 'policy-change'],
    ['is by time when the deadline moved on after it', 5, 'time'],
  ])('management %s', (_what, breachAt, cause) => {
    const clock = aClock({ fired: [{ stage: 'breach', at: at(breachAt), cause: 'policy-change' }] });
    expect(dueStages([clock], at(12))).toMatchObject([{ stage: 'management', cause }]);
  });
});

describe('the next instant to look', () => {
  test.each<[string, Partial<Clock>, number | null]>([
    ['the reminder', {}, 8],
    ['then the deadline', { fired: fired('reminder') }, 10],
    ['then management', { fired: fired('breach') }, 12],
    ['then nothing', { fired: fired('breach', 'management') }, null],
    ['nothing while paused', { status: 'paused', pauses: [{ from: at(1), to: null }] }, null],
    ['what came before the pause', { status: 'paused', pauses: [{ from: at(9), to: null }] }, 8],
    ['what a late clock still owes', { status: 'missed', stoppedAt: at(11) }, 10],
    ['nothing while planning', { status: 'planning' }, null],
    ['the end of the rating window', { kind: 'rating' }, 10],
    ['nothing once rated', { kind: 'rating', status: 'met', stoppedAt: at(1) }, null],
  ])('%s', (_what, over, expected) => {
    expect(nextWake([aClock(over)], [])).toBe(expected === null ? null : at(expected));
  });

  test('the end of a pause', () => {
    expect(nextWake([aClock()], [aPause, { ...aPause, endsAt: at(2) }])).toBe(at(2));
  });
});

test.each<[string, Clock[], boolean]>([
  [
    'before its end',
    [aClock({ kind: 'rating', plan: { remindAt: null, dueAt: at(21), escalateAt: null } })],
    false,
  ],
  [
    'at its end',
    [aClock({ kind: 'rating', plan: { remindAt: null, dueAt: at(20), escalateAt: null } })],
    true,
  ],
  ['not planned yet', [aClock({ kind: 'rating', status: 'planning', plan: null })], false],
  ['a policy without a window', [aClock({ kind: 'rating', status: 'off', plan: null })], true],
  ['only a window of an earlier cycle', [aClock({ kind: 'rating', status: 'met', stoppedAt: at(1) })], false],
  ['no window', [aClock()], false],
])('the rating window: %s', (_what, clocks, over) => {
  expect(windowOver(clocks, 'rating', at(20))).toBe(over);
});
