import * as fc from 'fast-check';
import type { Interval } from './clock';
import { officeCalendar } from './defaults';
import { choosePolicy, pauseEnd, planClock } from './plan';
import type { PolicyScope, Target } from './policy';

const rules = officeCalendar('11-10');
const at = (text: string) => Date.parse(text);
const minute = 60_000;
const startedAt = at('2026-11-24T09:00+01:00');
const clockTarget: Target = { minutes: 600, mode: 'clock', remindBefore: 60, grace: 120 };
const workingTarget: Target = { minutes: 300, mode: 'working', remindBefore: 60, grace: 60 };
const plan = (target: Target, pauses: Interval[] = [], speed = 1) =>
  planClock({ target, rules, startedAt, pauses, speed });
const pause = (from: string, to: string | null) => ({ from: at(from), to: to === null ? null : at(to) });

describe('a plan', () => {
  test('around the clock', () => {
    expect(plan(clockTarget)).toEqual({
      remindAt: startedAt + 540 * minute,
      dueAt: startedAt + 600 * minute,
      escalateAt: startedAt + 720 * minute,
    });
  });

  test('in working time: reminder and grace count opening hours too', () => {
    expect(plan(workingTarget)).toEqual({
      remindAt: at('2026-11-24T13:00+01:00'),
      dueAt: at('2026-11-24T15:30+01:00'),
      escalateAt: at('2026-11-24T16:30+01:00'),
    });
  });

  test('a pause takes its time out, overlaps once, one that lasts not yet', () => {
    const pauses = [
      pause('2026-11-24T10:00+01:00', '2026-11-24T11:00+01:00'),
      pause('2026-11-24T10:30+01:00', '2026-11-24T12:00+01:00'),
      pause('2026-11-24T12:30+01:00', null),
    ];
    expect(plan(workingTarget, pauses).dueAt).toBe(at('2026-11-24T17:30+01:00'));
    expect(plan(clockTarget, pauses).dueAt).toBe(startedAt + 720 * minute);
  });

  test('a pause while the office is closed costs nobody time', () => {
    const weekend = [pause('2026-11-27T13:00+01:00', '2026-11-30T08:00+01:00')];
    const long = { ...workingTarget, minutes: 31 * 60 };
    expect(plan(long, weekend)).toEqual(plan(long));
  });

  test('a policy may have neither reminder nor grace, and a reminder at the start is none', () => {
    expect(plan({ ...clockTarget, remindBefore: null, grace: null })).toMatchObject({
      remindAt: null,
      escalateAt: null,
    });
    expect(plan({ ...clockTarget, remindBefore: 600 }).remindAt).toBeNull();
  });

  test('a target of no time is due at the start', () => {
    expect(plan({ minutes: 0, mode: 'working', remindBefore: null, grace: 0 })).toEqual({
      remindAt: null,
      dueAt: startedAt,
      escalateAt: startedAt,
    });
  });

  test('wrong targets, speeds and calendars are refused', () => {
    expect(() => plan({ ...clockTarget, minutes: -1 })).toThrow('invalid-input');
    expect(() => plan({ ...clockTarget, grace: Number.NaN })).toThrow('invalid-input');
    expect(() => plan(clockTarget, [], 0)).toThrow('invalid-input');
    const closed = { ...rules, opening: {} };
    const ask = { rules: closed, startedAt, pauses: [], speed: 1 };
    expect(() => planClock({ ...ask, target: workingTarget })).toThrow('invalid-input');
    expect(planClock({ ...ask, target: clockTarget })).toEqual(plan(clockTarget));
  });
});

describe('SLA time that passes faster', () => {
  test('weekends and nights shrink with it', () => {
    const slow = plan({ ...workingTarget, minutes: 1860 });
    const fast = plan({ ...workingTarget, minutes: 1860 }, [], 1000);
    expect(fast.dueAt).toBe(startedAt + Math.round((slow.dueAt - startedAt) / 1000));
  });

  test('a real minute of pause takes as many SLA minutes out', () => {
    const real = [{ from: startedAt + minute, to: startedAt + 2 * minute }];
    expect(plan(clockTarget, real, 100).dueAt).toBe(startedAt + 7 * minute);
  });
});

describe('for any target and pauses', () => {
  const target = fc.record({
    minutes: fc.integer({ min: 0, max: 5000 }),
    mode: fc.constantFrom('working' as const, 'clock' as const),
    remindBefore: fc.option(fc.integer({ min: 0, max: 1000 })),
    grace: fc.option(fc.integer({ min: 0, max: 1000 })),
  });
  const pauseOf = fc
    .tuple(fc.integer({ min: 0, max: 10_000 }), fc.option(fc.integer({ min: 0, max: 5000 })))
    .map(([from, length]) => ({
      from: startedAt + from * minute,
      to: length === null ? null : startedAt + (from + length) * minute,
    }));
  const pauses = fc.array(pauseOf, { maxLength: 5 });
  const speed = fc.constantFrom(1, 7, 60);

  test('stages come in order, and the same question has the same answer', () => {
    fc.assert(
      fc.property(target, pauses, speed, (one, holes, n) => {
        const planned = plan(one, holes, n);
        expect(planned.remindAt ?? planned.dueAt).toBeLessThanOrEqual(planned.dueAt);
        expect(planned.escalateAt ?? planned.dueAt).toBeGreaterThanOrEqual(planned.dueAt);
        expect(plan(one, [...holes].reverse(), n)).toEqual(planned);
      }),
    );
  });

  test('a further pause never makes a deadline earlier', () => {
    fc.assert(
      fc.property(target, pauses, pauseOf, speed, (one, holes, more, n) => {
        const before = plan(one, holes, n);
        const after = plan(one, [...holes, more], n);
        expect(after.dueAt).toBeGreaterThanOrEqual(before.dueAt);
        expect(after.escalateAt ?? 0).toBeGreaterThanOrEqual(before.escalateAt ?? 0);
        expect(after.remindAt ?? 0).toBeGreaterThanOrEqual(before.remindAt ?? 0);
      }),
    );
  });

  test('a pause that began after the deadline changes nothing', () => {
    fc.assert(
      fc.property(target, pauses, speed, (one, holes, n) => {
        const { dueAt } = plan(one, holes, n);
        expect(plan(one, [...holes, { from: dueAt, to: dueAt + minute }], n).dueAt).toBe(dueAt);
      }),
    );
  });
});

describe('choosing a policy', () => {
  const scope = (id: string, over: Partial<PolicyScope> = {}) => ({
    id,
    departmentId: null,
    categoryId: null,
    urgency: null,
    ...over,
  });
  const all = [
    scope('general'),
    scope('general urgent', { urgency: 'urgent' }),
    scope('roads', { departmentId: 'roads' }),
    scope('roads urgent', { departmentId: 'roads', urgency: 'urgent' }),
    scope('pothole', { categoryId: 'pothole' }),
    scope('pothole at parks', { categoryId: 'pothole', departmentId: 'parks' }),
    scope('pothole urgent', { categoryId: 'pothole', urgency: 'urgent' }),
  ];
  test.each([
    ['roads', 'pothole', 'urgent', 'pothole urgent'],
    ['roads', 'pothole', 'ordinary', 'pothole'],
    ['parks', 'pothole', 'urgent', 'pothole at parks'],
    ['roads', 'sign', 'urgent', 'roads urgent'],
    ['roads', 'sign', 'emergency', 'roads'],
    ['parks', 'bench', 'urgent', 'general urgent'],
    ['parks', 'bench', 'ordinary', 'general'],
  ] as const)('%s, %s, %s → %s', (departmentId, categoryId, urgency, expected) => {
    const key = { departmentId, categoryId, urgency };
    expect(choosePolicy(all, key)?.id).toBe(expected);
    expect(choosePolicy([...all].reverse(), key)?.id).toBe(expected);
  });

  test('equals are decided by id; none applies, none is chosen', () => {
    const key = { departmentId: 'roads', categoryId: 'pothole', urgency: 'ordinary' } as const;
    expect(choosePolicy([scope('b'), scope('a')], key)?.id).toBe('a');
    expect(choosePolicy([scope('x', { departmentId: 'parks' })], key)).toBeNull();
  });
});

describe('the end of a pause', () => {
  const end = (over: Partial<Parameters<typeof pauseEnd>[0]> = {}) =>
    (pauseEnd({ from: startedAt, until: null, taken: [], maxPauseMinutes: 100, speed: 1, ...over }) -
      startedAt) /
    minute;
  const past = (from: number, to: number | null) => ({
    from: startedAt + from * minute,
    to: to === null ? null : startedAt + to * minute,
  });

  test.each([
    ['the maximum', {}, 100],
    ['an earlier wish', { until: startedAt + 30 * minute }, 30],
    ['a wish beyond the maximum', { until: startedAt + 300 * minute }, 100],
    ['a wish in the past', { until: startedAt - minute }, 0],
    ['what earlier pauses left, overlaps once', { taken: [past(-60, -20), past(-40, -10)] }, 50],
    ['what a pause that still lasts left', { taken: [past(-30, null), past(0, null)] }, 70],
    ['nothing left', { taken: [past(-200, -50)] }, 0],
    ['no pauses allowed', { maxPauseMinutes: 0 }, 0],
    ['ten times faster', { speed: 10 }, 10],
    ['ten times faster, four real minutes used', { speed: 10, taken: [past(-9, -5)] }, 6],
  ])('%s', (_what, over, expected) => {
    expect(end(over)).toBe(expected);
  });
});
