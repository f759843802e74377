import { aClock, aPause, aState, hour, start } from '../sla/testing';
import { decide } from './decide';
import { decideEvent, open } from './events';
import type { CaseState } from './state';
import { commands } from './testing';
import { wakeAt } from './time';

const now = start + hour;
const opening = { ...aState(), openedAt: start };
const quiet = { name: 'members', members: 1, emergency: 'none', danger: 2, alarms: 0 } as const;
const alarm = { ...quiet, members: 2, emergency: 'imminent', alarms: 1 } as const;
const heard = { emergency: 'imminent', alarms: 1, forwards: 1 } as const;
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

  const running = { forward: 'running', emergency: 'imminent' } as const;
  const cases: [string, Partial<CaseState>, object, Partial<CaseState>][] = [
    ['an emergency that comes later is forwarded', {}, {}, { ...running, forwards: 1 }],
    ['whoever’s signal made the case look', { members: 2 }, { members: 3 }, running],
    [
      'a running forward is not begun again',
      { ...heard, forward: 'running' },
      { alarms: 2 },
      { ...running, forwards: 1 },
    ],
    [
      'nor an acknowledged one',
      { ...heard, forward: 'acknowledged' },
      { alarms: 2 },
      { forward: 'acknowledged', forwards: 1, alarms: 2 },
    ],
    [
      'old word does not undo a recall',
      { ...heard, emergency: 'none', forward: 'recalled' },
      {},
      { forward: 'recalled', emergency: 'none' },
    ],
    [
      'fresh word does, by a forward of its own',
      { ...heard, emergency: 'none', forward: 'recalled' },
      { alarms: 2 },
      { ...running, forwards: 2 },
    ],
    [
      'a new cycle forwards anew',
      { ...heard, cycle: 2, forward: 'none' },
      { alarms: 2 },
      { ...running, forwards: 2 },
    ],
    ['but not for an old member', { ...heard, cycle: 2, forward: 'none' }, {}, { forward: 'none' }],
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
    ({
      ...({ name: 'forward', news: name, agencyId: 'fire', attempt: 0, newsId: 'n' } as const),
      forwardNumber,
    }) as const;
  const running = aState({ ...heard, forward: 'running' });

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
    const second = { ...running, forwards: 2 };
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

  test('a merge that is under way keeps it open until the other case has answered', () => {
    const merging = {
      intoCaseId: 'other',
      commandId: 'c',
      actor: { kind: 'user', id: 'u' },
      noteId: 'n',
    } as const;
    expect(decideEvent({ ...rating, merging }, time, now)).toBeNull();
    expect(wakeAt({ ...rating, merging })).toBeNull();
  });
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
  const planned = { name: 'pauses-planned', asked: [aPause], ends: [now], replanned: false } as const;
  const decision = decideEvent(state, { ...planned, asked: [aPause], ends: [now] }, now);
  expect(decision?.state.pauses).toEqual([{ ...aPause, endsAt: now }]);
});

test('a breach that only a shortened pause brings about is marked as the policy’s', () => {
  const day = 24 * hour;
  const pauses = [{ from: start + 10 * day, to: null }];
  const plan = { remindAt: null, dueAt: start + 30 * day, escalateAt: null };
  const clock = aClock({ status: 'paused', pauses, plan });
  const pause = { ...aPause, from: start + 10 * day, endsAt: start + 70 * day };
  const late = start + 40 * day;
  const cut = decideEvent(
    aState({ status: 'working', clocks: [clock], pauses: [pause] }),
    { name: 'pauses-planned', asked: [pause], ends: [start + 11 * day], replanned: true },
    late,
  )!.state;
  const resumed = decideEvent(cut, { name: 'time' }, late)!.state;
  const asked = resumed.clocks;
  const plans = [{ remindAt: null, dueAt: start + 31 * day, escalateAt: null }];
  const { facts, state } = decideEvent(resumed, { name: 'planned', asked, plans, replanned: false }, late)!;
  expect(facts).toMatchObject([{ name: 'breach', data: { cause: 'policy-change' } }]);
  expect(state.clocks[0]).not.toHaveProperty('cut');
});

test('a plan that comes after an imported deadline fires nothing for the clocks that this silenced', () => {
  const asked = [
    aClock({ kind: 'verification', status: 'planning', plan: null }),
    aClock({ status: 'planning', plan: null }),
  ];
  const imported = decide(
    aState({ clocks: asked }),
    { ...commands['import-deadline'], dueAt: now + hour },
    now,
  ).state;
  const past = { remindAt: null, dueAt: start, escalateAt: null };
  const { facts } = decideEvent(
    imported,
    { name: 'planned', asked, plans: [past, past], replanned: false },
    now,
  )!;
  expect(facts).toEqual([]);
});
