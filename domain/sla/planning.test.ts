import type { Clock, ClockPlan } from './clock';
import { syncClocks } from './clocks';
import { applyPlans, clocksToPlan, clocksToReplan, importDeadline, mergeDeadline } from './planning';
import { dueStages } from './stages';
import { aClock, aPause, aState, hour, start } from './testing';

const at = (hours: number) => start + hours * hour;
const plan = (remind: number | null, due: number, escalate: number | null): ClockPlan => ({
  remindAt: remind === null ? null : at(remind),
  dueAt: at(due),
  escalateAt: escalate === null ? null : at(escalate),
});
const waiting = (over: Partial<Clock> = {}) => aClock({ status: 'planning', plan: null, ...over });
const apply = (clock: Clock, answer: ClockPlan | null, hours: number) => {
  const { clocks, fired } = applyPlans([clock], [clock], [answer], at(hours));
  return { clock: clocks[0], fired: fired.map(({ stage, cause }) => [stage, cause]) };
};

describe('which clocks to ask for', () => {
  const list = [
    waiting(),
    aClock({ kind: 'assignment', status: 'paused' }),
    aClock({ kind: 'rating', status: 'off', plan: null }),
    aClock({ kind: 'acceptance', status: 'met', stoppedAt: at(1) }),
    waiting({ kind: 'verification', stoppedAt: at(1) }),
    aClock({ kind: 'make-safe', source: 'import' }),
  ];
  test('those that wait; after a change of policy all that it reaches', () => {
    expect(clocksToPlan(list).map(({ kind }) => kind)).toEqual(['repair', 'verification']);
    expect(clocksToReplan(list).map(({ kind }) => kind)).toEqual([
      'repair',
      'assignment',
      'rating',
      'verification',
    ]);
  });
});

describe('the first plan', () => {
  test.each<[string, Partial<Clock>, ClockPlan | null, Clock['status']]>([
    ['runs', {}, plan(8, 10, 12), 'running'],
    ['no target', {}, null, 'off'],
    ['paused meanwhile', { pauses: [{ from: at(1), to: null }] }, plan(8, 10, 12), 'paused'],
    ['stopped in time meanwhile', { stoppedAt: at(9) }, plan(8, 10, 12), 'met'],
    ['stopped late meanwhile', { stoppedAt: at(10) }, plan(8, 10, 12), 'missed'],
    ['a rating window that has closed', { kind: 'rating', stoppedAt: at(10) }, plan(null, 1, null), 'met'],
  ])('%s', (_what, over, answer, status) => {
    expect(apply(waiting(over), answer, 1).clock).toMatchObject({ status, plan: answer });
  });

  test('late at once is late by time', () => {
    expect(apply(waiting(), plan(8, 10, 12), 13).fired).toEqual([
      ['breach', 'time'],
      ['management', 'time'],
    ]);
    expect(apply(waiting({ stoppedAt: at(11) }), plan(8, 10, 12), 13).fired).toEqual([['breach', 'time']]);
  });
});

describe('a changed policy', () => {
  test('a stage that is thereby past fires once, marked', () => {
    const { clock, fired } = apply(aClock(), plan(1, 3, 20), 5);
    expect(fired).toEqual([['breach', 'policy-change']]);
    expect(apply(clock!, plan(1, 3, 20), 6).fired).toEqual([]);
    expect(apply(clock!, plan(1, 2, 20), 6).fired).toEqual([]);
  });

  test('a reminder that is thereby past, the deadline to come', () => {
    expect(apply(aClock(), plan(1, 9, 20), 5).fired).toEqual([['reminder', 'policy-change']]);
  });

  test('what was past before is past by time', () => {
    expect(apply(aClock(), plan(1, 3, 11), 11).fired).toEqual([
      ['breach', 'time'],
      ['management', 'policy-change'],
    ]);
  });

  test('a later deadline does not un-fire, nor repeat', () => {
    const late = aClock({ fired: [{ stage: 'breach', at: at(10), cause: 'time' }] });
    const { clock } = apply(late, plan(20, 30, 40), 11);
    expect(clock?.fired).toEqual(late.fired);
    expect(dueStages([clock!], at(35))).toEqual([]);
    expect(dueStages([clock!], at(40))).toMatchObject([{ stage: 'management', cause: 'time' }]);
  });

  test('a target where there was none', () => {
    const { clock, fired } = apply(aClock({ status: 'off', plan: null }), plan(1, 3, 20), 5);
    expect(clock?.status).toBe('running');
    expect(fired).toEqual([['breach', 'policy-change']]);
    expect(apply(aClock(), null, 5).clock).toMatchObject({ status: 'off', plan: null });
  });

  test('a raised danger that makes the deadline past is no fault of the department either', () => {
    const state = aState({ status: 'working', danger: 4, clocks: [aClock()] });
    const [clock] = syncClocks(state, at(5));
    expect(apply(clock!, plan(1, 3, 20), 5).fired).toEqual([['breach', 'policy-change']]);
  });

  test('the same plan again changes nothing', () => {
    const { clock } = apply(aClock(), plan(1, 3, 20), 5);
    expect(apply(clock!, plan(1, 3, 20), 5)).toEqual({ clock, fired: [] });
  });
});

describe('an answer that is out of date is left out', () => {
  const asked = aClock();
  test.each<[string, Partial<Clock>]>([
    ['paused', { status: 'paused', pauses: [{ from: at(1), to: null }] }],
    ['resumed', { status: 'planning', pauses: [{ from: at(1), to: at(2) }] }],
    ['stopped', { status: 'met', stoppedAt: at(2) }],
    ['imported', { source: 'import' }],
    ['under another policy', { policy: { ...aClock().policy, urgency: 'urgent' } }],
    ['another turn', { turn: 2 }],
  ])('%s meanwhile', (_what, over) => {
    const now = aClock(over);
    expect(applyPlans([now], [asked], [plan(1, 3, 4)], at(5))).toEqual({ clocks: [now], fired: [] });
  });
});

describe('an imported deadline', () => {
  test('no policy, no pause, no urgency moves it; the other clocks stay', () => {
    const others = aClock({ kind: 'verification' });
    const imported = importDeadline([others, waiting()], at(5));
    expect(imported[0]).toBe(others);
    expect(imported[1]).toMatchObject({ status: 'running', source: 'import', plan: plan(null, 5, null) });
    const state = aState({ status: 'verifying', danger: 4, clocks: imported, pauses: [aPause] });
    const repair = syncClocks(state, at(1))[1];
    expect(repair).toMatchObject({ status: 'running', plan: plan(null, 5, null) });
    expect(clocksToReplan([repair!])).toEqual([]);
    expect(dueStages([repair!], at(5))).toMatchObject([{ stage: 'breach', cause: 'time' }]);
  });

  test('a clock that has stopped has no deadline to import', () => {
    const met = [aClock({ status: 'met', stoppedAt: at(1) })];
    expect(importDeadline(met, at(5))).toEqual(met);
  });
});

describe('merging keeps the earliest repair deadline', () => {
  const merged = (clock: Clock, hours: number | null) =>
    mergeDeadline([clock], hours === null ? null : at(hours), start)[0];
  test.each<[string, Clock, number | null, ClockPlan | null]>([
    ['the other is earlier: reminder and management move with it', aClock(), 7, plan(5, 7, 9)],
    ['the own is earlier', aClock(), 20, plan(8, 10, 12)],
    ['the other has none', aClock(), null, plan(8, 10, 12)],
    ['the own has none', aClock({ status: 'off', plan: null }), 7, plan(null, 7, null)],
    ['imported', aClock({ source: 'import' }), 7, plan(5, 7, 9)],
    ['not planned yet', waiting(), 7, null],
  ])('%s', (_what, clock, other, expected) => {
    expect(merged(clock, other)?.plan).toEqual(expected);
  });

  test('no later plan loses it', () => {
    const clock = merged(waiting(), 7);
    const planned = apply(clock!, plan(8, 10, 12), 1).clock;
    expect(planned?.plan).toEqual(plan(5, 7, 9));
    expect(apply(merged(planned!, 15)!, plan(50, 60, null), 1).clock?.plan?.dueAt).toBe(at(7));
  });

  test('a repair that is done keeps its own', () => {
    const done = aClock({ status: 'met', stoppedAt: at(1) });
    expect(merged(done, 1)).toEqual(done);
  });
});
