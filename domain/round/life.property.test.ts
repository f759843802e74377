import fc from 'fast-check';
import { start } from '../sla/testing';
import { check } from './check';
import type { RoundCommand } from './commands';
import { decide } from './decide';
import type { Decision } from './next';
import { decideRefusal } from './refused';
import { isHeld, type RoundState, type StopTask } from './state';
import { aRound, minute, say, shiftTo } from './testing';
import { decideTime, overtimeMs, wakeAt } from './time';

const ids = ['a', 'b', 'c', 'd', 'x', 'y'];
const caseId = fc.constantFrom(...ids);
const task = fc.constantFrom<StopTask>('repair', 'make-safe');
const command: fc.Arbitrary<(state: RoundState) => RoundCommand> = fc.oneof(
  { weight: 3, arbitrary: caseId.map((id) => () => say('arrive', { caseId: id })) },
  { weight: 3, arbitrary: caseId.map((id) => () => say('done', { caseId: id, repairId: 'r' })) },
  caseId.map((id) => () => say('not-possible', { caseId: id, reason: 'materials' })),
  fc.tuple(caseId, task).map(
    ([id, what]) =>
      () =>
        say('insert', { caseId: id, task: what }),
  ),
  fc.constant((state: RoundState) =>
    say('reorder', {
      order: state.stops
        .filter(({ status }) => status === 'planned')
        .map((one) => one.caseId)
        .reverse(),
    }),
  ),
  fc.constant(() => say('end', {})),
);
const step = fc.tuple(command, fc.integer({ min: 0, max: 40 * minute }));

/** Everything that happens in a round, to its end. */
function walk(first: Decision, steps: [(state: RoundState) => RoundCommand, number][]): Decision[] {
  const all = [first];
  let { state } = first;
  let now = start;
  const take = (decision: Decision | null) => {
    if (decision) {
      all.push(decision);
      state = decision.state;
    }
    return decision;
  };
  const catchUp = () => {
    while (take(decideTime(state, now)));
  };
  for (const [given, later] of steps) {
    now += later;
    catchUp();
    const said = given(state);
    if (check(state, said, now) === null) take(decide(state, said, now));
  }
  for (let wake = wakeAt(state, now); wake !== null; wake = wakeAt(state, now)) {
    now = Math.max(now, wake);
    catchUp();
  }
  return all;
}

const rounds = fc
  .tuple(fc.array(task, { minLength: 0, maxLength: 4 }), fc.array(step, { maxLength: 40 }))
  .map(([tasks, steps]) =>
    walk(aRound(Object.fromEntries(tasks.map((one, index) => [ids[index]!, one]))), steps),
  );
const holds = (visit: (all: Decision[]) => void) => fc.assert(fc.property(rounds, visit), { numRuns: 300 });

test('every round comes to an end, no later than the overtime, and holds nothing then', () => {
  holds((all) => {
    const { state, facts } = all.at(-1)!;
    expect(state.status).toBe('over');
    expect(state.stops.filter(isHeld)).toEqual([]);
    expect(facts.at(-1)).toMatchObject({ name: 'over' });
    expect(facts.at(-1)!.at).toBeLessThanOrEqual(shiftTo + overtimeMs);
  });
});

test('each step is one version, a case stands in the round once, and the crew is in one place', () => {
  holds((all) => {
    for (const [index, { state }] of all.entries()) {
      expect(state.version).toBe(index + 1);
      const cases = state.stops.map((stop) => stop.caseId);
      expect(new Set(cases).size).toBe(cases.length);
      expect(state.stops.filter(({ status }) => status === 'arrived').length).toBeLessThanOrEqual(1);
    }
  });
});

test('a repair that the crew was given is done or given back, once each time', () => {
  holds((all) => {
    const errands = all.flatMap((decision) => decision.errands);
    for (const id of ids) {
      const wanted = errands.filter((errand) => errand.caseId === id).map(({ command: { name } }) => name);
      const given = wanted.filter((name) => name === 'assign').length;
      const ended = wanted.filter((name) => name === 'unassign' || name === 'mark-repaired').length;
      expect([id, ended]).toEqual([id, given]);
    }
  });
});

test('no order to a case has the name of another order to it', () => {
  holds((all) => {
    const named = all.flatMap(({ errands }) =>
      errands.map((one) => `${one.caseId} ${one.command.commandId}`),
    );
    expect(new Set(named).size).toBe(named.length);
  });
});

test('a case that refuses never holds the round up', () => {
  holds((all) => {
    for (const { state, errands } of all) {
      for (const { caseId: id, command: wanted } of errands) {
        const refusal = { caseId: id, commandId: wanted.commandId, wanted: wanted.name, ours: false };
        const after = decideRefusal(state, { ...refusal, code: 'case-closed' }, start);
        const stop = after?.state.stops.find((one) => one.caseId === id);
        if (stop) expect(isHeld(stop)).toBe(false);
      }
    }
  });
});
