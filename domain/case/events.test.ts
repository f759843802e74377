import { aClock, aPause, aState, hour, start } from '../sla/testing';
import { decideEvent, open } from './events';
import type { CaseState } from './state';
import { wakeAt } from './time';

const now = start + hour;
const opening = { ...aState(), openedAt: start };
const quiet = { name: 'members', members: 1, emergency: 'none', danger: 2, alarmed: false } as const;
const alarm = { ...quiet, members: 2, emergency: 'imminent', alarmed: true } as const;
const names = (decision: ReturnType<typeof decideEvent>) => decision?.facts.map(({ name }) => name);

test('a case opens with its clocks counted from the opening, however late', () => {
  const { state, facts } = open(opening, now);
  expect(state).toMatchObject({ version: 1, status: 'verifying', members: 0, forward: 'none' });
  expect(state.clocks.map(({ kind, startedAt }) => [kind, startedAt])).toEqual([
    ['verification', start],
    ['repair', start],
  ]);
  expect(facts).toMatchObject([{ name: 'opened', at: now, cycle: 1 }]);
});

test('an emergency is forwarded from the first moment', () => {
  expect(open({ ...opening, emergency: 'injured' }, now).state.forward).toBe('running');
});

describe('members', () => {
  test('the first is no news, those after are', () => {
    expect(names(decideEvent(aState({ members: 0 }), quiet, now))).toEqual([]);
    expect(decideEvent(aState({ members: 1 }), quiet, now)).toBeNull();
    expect(names(decideEvent(aState({ members: 1 }), { ...quiet, members: 5 }, now))).toEqual(['attached']);
  });

  test('declared danger counts until staff have verified', () => {
    const worse = { ...quiet, danger: 4 } as const;
    expect(decideEvent(aState(), worse, now)?.state.danger).toBe(4);
    expect(decideEvent(aState({ status: 'accepting' }), worse, now)).toBeNull();
  });

  const cases: [string, Partial<CaseState>, object, Partial<CaseState>][] = [
    ['an emergency that comes later is forwarded', {}, {}, { forward: 'running', emergency: 'imminent' }],
    ['even when its signal is yet to come', {}, { alarmed: false }, { forward: 'running' }],
    [
      'a running forward is not begun again',
      { emergency: 'imminent', forward: 'running' },
      {},
      { forward: 'running' },
    ],
    [
      'nor an acknowledged one',
      { emergency: 'imminent', forward: 'acknowledged' },
      {},
      { forward: 'acknowledged' },
    ],
    [
      'old word does not undo a recall',
      { forward: 'recalled' },
      { alarmed: false },
      { forward: 'recalled', emergency: 'none' },
    ],
    [
      'fresh word does, by a forward of its own',
      { forward: 'recalled', forwardNumber: 1 },
      {},
      { forward: 'running', forwardNumber: 2, emergency: 'imminent' },
    ],
    [
      'a new cycle forwards anew',
      { cycle: 2, emergency: 'injured' },
      {},
      { forward: 'running', emergency: 'injured' },
    ],
    [
      'but not for an old member',
      { cycle: 2, emergency: 'imminent' },
      { alarmed: false },
      { forward: 'none' },
    ],
    ['nor once it is over', { status: 'closed', outcome: 'repaired' }, {}, { forward: 'none' }],
  ];
  test.each(cases)('%s', (_, over, change, expected) => {
    expect(decideEvent(aState(over), { ...alarm, ...change }, now)?.state).toMatchObject(expected);
  });

  test('an emergency ends the pauses', () => {
    const decision = decideEvent(aState({ status: 'working', pauses: [aPause] }), alarm, now);
    expect(decision?.state.pauses).toEqual([]);
    expect(names(decision)).toEqual(['resumed', 'attached']);
  });
});

describe('what citizens do', () => {
  const act = (kind: 'rating' | 'words' | 'photo' | 'not-fixed') =>
    ({ name: 'act', actId: 'a', reportId: 'r', kind }) as const;

  test('a rating counts while the window is open', () => {
    const rated = decideEvent(aState({ status: 'rating' }), act('rating'), now);
    expect(rated?.state.ratings).toBe(1);
    expect(rated?.facts).toMatchObject([{ name: 'rated', actor: { kind: 'citizen', id: 'r' } }]);
    expect(decideEvent(aState({ status: 'working' }), act('rating'), now)).toBeNull();
  });

  test.each([
    ['rating', null, true],
    ['closed', 'repaired', true],
    ['closed', 'not-real', true],
    ['closed', 'merged', false],
    ['working', null, false],
    ['rejected', 'rejected', false],
  ] as const)('"not fixed" of a %s (%s) case asks to reopen it: %s', (status, outcome, asks) => {
    const decision = decideEvent(aState({ status, outcome }), act('not-fixed'), now);
    expect(decision?.state.reopen).toEqual(asks ? { reportId: 'r', actId: 'a', at: now } : null);
    expect(names(decision)).toEqual([asks ? 'reopen-asked' : 'citizen-added']);
  });

  test('a second request joins the first as words', () => {
    const reopen = { reportId: 'x', actId: 'y', at: start };
    const decision = decideEvent(
      aState({ status: 'closed', outcome: 'repaired', reopen }),
      act('not-fixed'),
      now,
    );
    expect(decision?.state.reopen).toBe(reopen);
    expect(names(decision)).toEqual(['citizen-added']);
  });
});

describe('news of the forward', () => {
  const news = (name: 'forwarded' | 'forward-acknowledged', forwardNumber = 1) =>
    ({ name: 'forward', forwardNumber, news: name, agencyId: 'fire', attempt: 0 }) as const;
  const running = aState({ forward: 'running', forwardNumber: 1 });

  test('an acknowledgement is the agency speaking', () => {
    const decision = decideEvent(running, news('forward-acknowledged'), now);
    expect(decision?.state.forward).toBe('acknowledged');
    expect(decision?.facts).toMatchObject([{ actor: { kind: 'agency', id: 'fire' } }]);
  });

  test('one that comes after the recall is written down only', () => {
    const decision = decideEvent({ ...running, forward: 'recalled' }, news('forward-acknowledged'), now);
    expect(decision?.state.forward).toBe('recalled');
    expect(names(decision)).toEqual(['forward-acknowledged']);
  });

  test('one of a forward that was recalled says nothing of the forward that followed it', () => {
    const second = aState({ forward: 'running', forwardNumber: 2 });
    expect(decideEvent(second, news('forward-acknowledged', 1), now)?.state.forward).toBe('running');
    expect(decideEvent(second, news('forward-acknowledged', 2), now)?.state.forward).toBe('acknowledged');
  });

  test('other news leaves the forward running', () => {
    const decision = decideEvent(running, news('forwarded'), now);
    expect(decision?.state.forward).toBe('running');
    expect(names(decision)).toEqual(['forwarded']);
  });
});

describe('time', () => {
  const time = { name: 'time' } as const;
  const running = aState({ status: 'working', clocks: [aClock()] });

  test('a stage fires once, with the deadline that it is about', () => {
    const due = start + 10 * hour;
    const late = decideEvent(running, time, due);
    expect(late?.facts).toMatchObject([
      {
        name: 'breach',
        clock: 'repair',
        stage: 'breach',
        cycle: 1,
        data: { turn: 1, cause: 'time', dueAt: due },
      },
    ]);
    expect(decideEvent(late!.state, time, due)).toBeNull();
  });

  test('a pause ends at its end, even seen late, and the clock is planned again', () => {
    const endsAt = start + 2 * hour;
    const clock = aClock({ status: 'paused', pauses: [{ from: start, to: null }] });
    const paused = aState({ status: 'working', clocks: [clock], pauses: [{ ...aPause, endsAt }] });
    const decision = decideEvent(paused, time, endsAt + hour);
    expect(names(decision)).toEqual(['pause-expired']);
    expect(decision?.state.clocks[0]).toMatchObject({
      status: 'planning',
      pauses: [{ from: start, to: endsAt }],
    });
  });

  const window = aClock({ kind: 'rating', plan: { remindAt: null, dueAt: now, escalateAt: null } });
  const rating = aState({ status: 'rating', clocks: [window] });
  test('the window closes the case', () => {
    expect(wakeAt(rating)).toBe(now);
    expect(decideEvent(rating, time, now - 1)).toBeNull();
    expect(decideEvent(rating, time, now)?.state).toMatchObject({ status: 'closed', outcome: 'repaired' });
  });

  test('a request to reopen keeps it open, and nobody wakes for it', () => {
    const asked = { ...rating, reopen: { reportId: 'r', actId: 'a', at: start } };
    expect(decideEvent(asked, time, now)).toBeNull();
    expect(wakeAt(asked)).toBeNull();
  });
});

test('an absorbed case brings its earlier deadline', () => {
  const state = aState({ status: 'working', clocks: [aClock()] });
  const earlier = start + 3 * hour;
  const decision = decideEvent(state, { name: 'absorbed', caseId: 'x', repairDueAt: earlier }, now);
  expect(decision?.state.clocks[0]?.plan?.dueAt).toBe(earlier);
  expect(decision?.facts).toMatchObject([{ name: 'absorbed', data: { caseId: 'x' } }]);
});

test('a changed policy is told clock by clock, and fires apart what it made late', () => {
  const clock = aClock();
  const state = aState({ status: 'working', clocks: [clock] });
  const plans = [{ remindAt: null, dueAt: start + 1, escalateAt: null }];
  const decision = decideEvent(state, { name: 'planned', asked: [clock], plans, replanned: true }, now);
  expect(decision?.facts).toMatchObject([
    { name: 'replanned', clock: 'repair', data: { from: start + 10 * hour, to: start + 1 } },
    { name: 'breach', data: { cause: 'policy-change' } },
  ]);
});

test('planned pauses get their end', () => {
  const state = aState({ status: 'working', pauses: [aPause] });
  const decision = decideEvent(state, { name: 'pauses-planned', asked: [aPause], ends: [now] }, now);
  expect(decision?.state.pauses).toMatchObject([{ endsAt: now }]);
});
