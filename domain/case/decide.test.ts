import { clocksToPlan } from '../sla/planning';
import { aClock, aPause, aState, hour, start } from '../sla/testing';
import type { CaseStatus } from '../vocabulary';
import type { CommandName } from './commands';
import { decide } from './decide';
import { open } from './events';
import type { FactName } from './facts';
import { commands, ready } from './testing';
import { check } from './transitions';

const now = start + hour;

const effects: [CommandName, CaseStatus, CaseStatus, FactName[]][] = [
  ['verify', 'verifying', 'accepting', ['verified']],
  ['reject', 'verifying', 'rejected', ['rejected']],
  ['answer', 'accepting', 'answered', ['answered']],
  ['reroute', 'verifying', 'verifying', ['rerouted']],
  ['reroute', 'working', 'accepting', ['rerouted']],
  ['accept', 'accepting', 'assigning', ['accepted']],
  ['make-safe', 'working', 'working', ['make-safe-ordered']],
  ['made-safe', 'working', 'working', ['made-safe']],
  ['assign', 'working', 'assigned', ['assigned']],
  ['unassign', 'assigned', 'assigning', ['unassigned']],
  ['unassign', 'working', 'assigning', ['unassigned']],
  ['start', 'assigned', 'working', ['started']],
  ['pause', 'working', 'working', ['paused']],
  ['resume', 'working', 'working', ['resumed']],
  ['mark-repaired', 'working', 'repaired', ['repaired']],
  ['qualify', 'repaired', 'rating', ['qualified', 'rating-asked']],
  ['close', 'rating', 'closed', ['closed']],
  ['decide-reopen', 'closed', 'assigning', ['reopened']],
  ['recall', 'verifying', 'verifying', ['forward-recalled']],
];

test.each(effects)('%s: %s to %s', (name, from, to, facts) => {
  const before = ready(from, name);
  const after = decide(before, commands[name], now);
  expect(after.state.status).toBe(to);
  expect(after.state.version).toBe(before.version + 1);
  expect(after.facts.map((fact) => fact.name)).toEqual(facts);
  for (const fact of after.facts) {
    expect(fact).toMatchObject({ at: now, commandId: 'c', noteId: 'n', actor: { id: 'u' } });
  }
});

test('verification may correct category and danger', () => {
  const { state } = decide(aState(), { ...commands.verify, categoryId: 'sign', danger: 4 }, now);
  expect(state).toMatchObject({ categoryId: 'sign', danger: 4 });
});

test('rerouting keeps the repair clock and gives the task to nobody', () => {
  const opened = open({ ...aState(), openedAt: start }, start).state;
  const repair = opened.clocks.find(({ kind }) => kind === 'repair');
  const { state } = decide({ ...opened, assignee: { kind: 'crew', id: 'x' } }, commands.reroute, now);
  expect(state).toMatchObject({ departmentId: 'parks', categoryId: 'tree', assignee: null, pauses: [] });
  expect(state.clocks.find(({ kind }) => kind === 'repair')).toEqual(repair);
});

test('work that was taken back waits for a crew anew: a clock of its own, and what has fired stays fired', () => {
  const fired = [{ stage: 'breach' as const, at: start + 2, cause: 'time' as const }];
  const plan = { remindAt: null, dueAt: start + 2, escalateAt: null };
  const late = aClock({ kind: 'assignment', plan, fired });
  const waiting = { ...aState({ status: 'assigning', danger: 1 }), clocks: [aClock(), late] };
  const assigned = decide(waiting, commands.assign, now).state;
  const { state, facts } = decide(assigned, { ...commands.unassign, roundId: 'round' }, now + hour);
  expect(state).toMatchObject({ status: 'assigning', assignee: null, danger: 1 });
  expect(state.clocks).toMatchObject([
    { kind: 'repair', stoppedAt: null },
    { kind: 'assignment', turn: 1, status: 'missed', fired },
    { kind: 'assignment', turn: 2, status: 'planning', startedAt: now + hour, fired: [] },
  ]);
  expect(state.clocks[0]).toEqual(waiting.clocks[0]);
  expect(facts).toMatchObject([{ data: { kind: 'crew', id: 'crew', reason: 'weather', roundId: 'round' } }]);
});

test('a finished repair ends pauses and an order to cordon off', () => {
  const { state } = decide({ ...ready('working'), safety: 'ordered' }, commands['mark-repaired'], now);
  expect(state).toMatchObject({ pauses: [], safety: 'none' });
  expect(decide({ ...ready('working'), safety: 'done' }, commands['mark-repaired'], now).state.safety).toBe(
    'done',
  );
});

test('pauses overlap and end one by one', () => {
  const twice = decide(ready('working'), { ...commands.pause, until: now + hour }, now).state;
  expect(twice.pauses).toMatchObject([{ id: 'p' }, { id: 'p2', from: now, until: now + hour, endsAt: null }]);
  expect(decide(twice, { ...commands.resume, pauseId: aPause.id }, now).state.pauses).toMatchObject([
    { id: 'p2' },
  ]);
});

test('what the technician does not find is closed as not real', () => {
  const { state, facts } = decide(ready('assigned'), { ...commands.qualify, real: false }, now);
  expect(state).toMatchObject({ status: 'closed', outcome: 'not-real', pauses: [] });
  expect(facts.map(({ name }) => name)).toEqual(['qualified', 'closed']);
});

test.each([
  ['running', commands.close, 'rating', 'recalled'],
  ['acknowledged', commands.close, 'rating', 'acknowledged'],
  ['acknowledged', commands.reject, 'verifying', 'recalled'],
  ['acknowledged', { ...commands.qualify, real: false }, 'assigned', 'recalled'],
] as const)('a %s forward after %o', (forward, command, status, expected) => {
  const { state, facts } = decide({ ...ready(status), forward }, command, now);
  expect(state.forward).toBe(expected);
  expect(facts.some(({ name }) => name === 'forward-recalled')).toBe(expected === 'recalled');
});

test.each(['running', 'acknowledged', 'recalled'] as const)(
  'a reopened case has done with its %s forward',
  (forward) => {
    const closed = decide({ ...ready('rating'), forward, emergency: 'injured' }, commands.close, now).state;
    const asked = { ...closed, reopen: { reportId: 'r', actId: 'a', at: now } };
    expect(decide(asked, commands['decide-reopen'], now).state.forward).toBe('none');
  },
);

test('who has repaired need not be helped any more', () => {
  const { state, facts } = decide(
    { ...ready('working'), forward: 'running' },
    commands['mark-repaired'],
    now,
  );
  expect(state.forward).toBe('recalled');
  expect(facts.map(({ name }) => name)).toEqual(['repaired', 'forward-recalled']);
  const taken = decide({ ...ready('working'), forward: 'acknowledged' }, commands['mark-repaired'], now);
  expect(taken.state.forward).toBe('acknowledged');
});

test('a merge is ordered; until it was carried out the case is open and takes no command', () => {
  const { state, facts } = decide(ready('assigning'), commands.merge, now);
  expect(state).toMatchObject({
    status: 'assigning',
    outcome: null,
    merging: { intoCaseId: 'other', commandId: 'c' },
  });
  expect(facts).toEqual([]);
  for (const command of Object.values(commands)) expect(check(state, command)).toBe('conflict');
});

test('a recall says that there is no emergency', () => {
  const state = { ...ready('verifying', 'recall'), emergency: 'imminent' as const };
  expect(decide(state, commands.recall, now).state).toMatchObject({ forward: 'recalled', emergency: 'none' });
});

test('a reopened case begins a new cycle', () => {
  const before = { ...ready('closed', 'decide-reopen'), ratings: 3, safety: 'done' as const };
  const { state } = decide(before, commands['decide-reopen'], now);
  expect(state).toMatchObject({
    cycle: 2,
    outcome: null,
    reopen: null,
    ratings: 0,
    safety: 'none',
    assignee: null,
  });
  expect(state.clocks.map(({ kind, cycle }) => [kind, cycle])).toEqual([
    ['assignment', 2],
    ['repair', 2],
  ]);
});

test('a refused request leaves the case as it was', () => {
  const before = ready('closed', 'decide-reopen');
  const { state, facts } = decide(before, { ...commands['decide-reopen'], reopen: false }, now);
  expect(state).toMatchObject({ status: 'closed', outcome: 'repaired', reopen: null, cycle: 1 });
  expect(facts).toMatchObject([{ name: 'reopen-refused', data: { reportId: 'report' } }]);
});

test('an imported deadline is the only target, also of clocks that start later', () => {
  const opened = open({ ...aState(), openedAt: start }, start).state;
  const imported = decide(opened, commands['import-deadline'], now).state;
  const accepting = decide(imported, commands.verify, now).state;
  const status = (kind: string) => accepting.clocks.find((clock) => clock.kind === kind)?.status;
  expect(status('repair')).toBe('running');
  expect(status('acceptance')).toBe('off');
  expect(clocksToPlan(accepting.clocks)).toEqual([]);
  const repair = accepting.clocks.find(({ kind }) => kind === 'repair');
  expect(repair?.plan).toEqual({ remindAt: null, dueAt: start + 1, escalateAt: null });
});
