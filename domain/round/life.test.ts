import { start } from '../sla/testing';
import { check } from './check';
import type { RoundCommand } from './commands';
import { decide } from './decide';
import { hasWork } from './errands';
import type { Decision } from './next';
import { decideRefusal, type Refusal } from './refused';
import { aRound, minute, say, shiftTo, told } from './testing';
import { decideTime, overtimeMs, wakeAt } from './time';

const now = start + 30 * minute;

/** One command after the other, each a minute later; all of them legal. */
function walk(commands: RoundCommand[], from = aRound().state): Decision {
  let decision: Decision = { state: from, facts: [], errands: [] };
  for (const [step, command] of commands.entries()) {
    const at = now + step * minute;
    expect([command.name, check(decision.state, command, at)]).toEqual([command.name, null]);
    decision = decide(decision.state, command, at);
  }
  return decision;
}
const arrive = (caseId: string) => say('arrive', { caseId });
const done = (caseId: string) => say('done', { caseId, repairId: 'repair' });
const notPossible = (caseId: string) => say('not-possible', { caseId, reason: 'weather', noteId: 'note' });
const insert = (caseId: string) => say('insert', { caseId, task: 'repair' });

const orders = ({ errands }: Decision) => errands.map(({ caseId, command }) => `${caseId} ${command.name}`);
const names = ({ facts }: Decision) => facts.map(({ name }) => name);

test('handing a round over gives each case to the crew, in the name of who did it', () => {
  const decision = aRound();
  expect(orders(decision)).toEqual(['a assign', 'b assign', 'c make-safe']);
  expect(decision.errands[0]?.command).toEqual({
    ...{ name: 'assign', assignee: { kind: 'crew', id: 'crew' }, roundId: 'round' },
    ...{ commandId: 'round-round-1', actor: { kind: 'user', id: 'coordinator' } },
  });
  expect(decision.facts).toMatchObject([{ name: 'dispatched', at: start, data: { stops: 3 } }]);
  expect(decision.state.version).toBe(1);
});

const steps: [string, RoundCommand[], string, string[], string[]][] = [
  ['arriving', [arrive('a')], 'a:arrived b:planned c:planned', ['a start'], ['arrived']],
  ['arriving out of turn', [arrive('b')], 'b:arrived a:planned c:planned', ['b start'], ['arrived']],
  ['arriving to cordon off', [arrive('c')], 'c:arrived a:planned b:planned', [], ['arrived']],
  ['done', [arrive('a'), done('a')], 'a:done b:planned c:planned', ['a mark-repaired'], ['done']],
  ['made safe', [arrive('c'), done('c')], 'c:done a:planned b:planned', ['c made-safe'], ['done']],
  [
    'not possible on the spot',
    [arrive('a'), notPossible('a')],
    'a:not-possible b:planned c:planned',
    ['a unassign'],
    ['not-possible'],
  ],
  [
    'not possible from afar',
    [arrive('a'), done('a'), notPossible('b')],
    'a:done b:not-possible c:planned',
    ['b unassign'],
    ['not-possible'],
  ],
  // The order to cordon off stands.
  [
    'not possible to cordon off',
    [notPossible('c')],
    'c:not-possible a:planned b:planned',
    [],
    ['not-possible'],
  ],
  [
    'an emergency on the way',
    [arrive('a'), insert('x')],
    'a:arrived x:planned b:planned c:planned',
    ['x assign'],
    ['inserted'],
  ],
  [
    'what was not possible comes in again',
    [notPossible('b'), insert('b')],
    'b:planned a:planned c:planned',
    ['b assign'],
    ['inserted'],
  ],
  [
    'another order',
    [arrive('a'), say('reorder', { order: ['c', 'b'] })],
    'a:arrived c:planned b:planned',
    [],
    ['reordered'],
  ],
  [
    'ending early',
    [arrive('a'), done('a'), say('end', {})],
    'a:done b:returned c:returned',
    ['b unassign'],
    ['returned', 'returned', 'over'],
  ],
];
test.each(steps)('%s', (_, commands, stops, wanted, facts) => {
  const decision = walk(commands);
  const last = commands.at(-1)!;
  expect(told(decision.state)).toBe(stops);
  expect(orders(decision)).toEqual(wanted);
  expect(names(decision)).toEqual(facts);
  for (const { command } of decision.errands)
    expect(command).toMatchObject({ commandId: last.commandId, actor: { id: 'technician' } });
  for (const fact of decision.facts) expect(fact).toMatchObject({ commandId: last.commandId });
});

test('a stop knows when the crew came and went, and why it did not work', () => {
  const { state, errands } = walk([arrive('a'), notPossible('a')]);
  expect(state.stops[0]).toMatchObject({
    ...{ arrivedAt: now, leftAt: now + minute, reason: 'weather', noteId: 'note' },
  });
  expect(errands[0]?.command).toMatchObject({ ofCrew: 'crew', reason: 'weather', noteId: 'note' });
});

const refusals: [string, RoundCommand[], RoundCommand, string][] = [
  ['arriving twice', [arrive('a')], arrive('a'), 'illegal-transition'],
  ['arriving while the crew is elsewhere', [arrive('a')], arrive('b'), 'stop-in-progress'],
  ['arriving at what is not in the round', [], arrive('x'), 'not-in-round'],
  ['done without having come', [], done('a'), 'illegal-transition'],
  ['done twice', [arrive('a'), done('a')], done('a'), 'illegal-transition'],
  ['repaired without saying what', [arrive('a')], say('done', { caseId: 'a' }), 'invalid-input'],
  ['not possible after all', [arrive('a'), done('a')], notPossible('a'), 'illegal-transition'],
  ['put in what is in', [], insert('a'), 'already-in-round'],
  ['put in what is done', [arrive('a'), done('a')], insert('a'), 'illegal-transition'],
  ['an order without a stop', [], say('reorder', { order: ['a', 'b'] }), 'conflict'],
  ['an order with a stop twice', [], say('reorder', { order: ['a', 'b', 'b'] }), 'conflict'],
  ['an order of what is over', [arrive('a')], say('reorder', { order: ['a', 'b', 'c'] }), 'conflict'],
  ['ending in the middle of work', [arrive('a')], say('end', {}), 'stop-in-progress'],
  ['ending twice', [say('end', {})], say('end', {}), 'round-over'],
  ['going on after the end', [say('end', {})], arrive('a'), 'round-over'],
];
test.each(refusals)('%s is refused', (_, before, command, code) => {
  expect(check(walk(before).state, command, now + 10 * minute)).toBe(code);
});

test('after the shift nothing is put in any more, but what was begun may be done', () => {
  const { state } = walk([arrive('a')]);
  expect(check(state, insert('x'), shiftTo)).toBe('shift-over');
  expect(check(state, done('a'), shiftTo + minute)).toBeNull();
});

test.each([
  ['assign', { status: 'assigned', crewId: 'crew' }, true],
  ['start', { status: 'working', crewId: 'crew' }, true],
  ['start', { status: 'working', crewId: 'other' }, false],
  ['mark-repaired', { status: 'repaired', crewId: 'crew' }, false],
  ['assign', { status: 'assigning', crewId: null }, false],
  ['make-safe', { safety: 'ordered' }, true],
  ['made-safe', { safety: 'done' }, false],
] as const)('%s where the case is %j: the crew has the work %s', (name, over, expected) => {
  const standing = { status: 'verifying', safety: 'none', crewId: null, ...over } as const;
  expect(hasWork('crew', { name }, standing)).toBe(expected);
});

describe('the end of the shift', () => {
  test('nothing happens before it', () => {
    const { state } = walk([arrive('a')]);
    expect(decideTime(state, shiftTo - 1)).toBeNull();
    expect(wakeAt(state, now)).toBe(shiftTo);
  });

  test('with the crew on the road what was not reached goes back and the round is over', () => {
    const decision = decideTime(walk([arrive('a'), done('a')]).state, shiftTo)!;
    expect(told(decision.state)).toBe('a:done b:returned c:returned');
    expect(decision.state.status).toBe('over');
    expect(names(decision)).toEqual(['returned', 'returned', 'over']);
    const { command } = decision.errands[0]!;
    expect(command).toEqual({
      ...{ name: 'unassign', ofCrew: 'crew', reason: 'not-reached', roundId: 'round' },
      ...{ commandId: `round-round-${decision.state.version}`, actor: { kind: 'system', id: null } },
    });
    expect(wakeAt(decision.state, shiftTo)).toBeNull();
  });

  test('in the middle of something the crew may finish it, and then the round is over', () => {
    const overtime = decideTime(walk([arrive('a')]).state, shiftTo)!;
    expect(told(overtime.state)).toBe('b:returned c:returned a:arrived');
    expect(names(overtime)).toEqual(['overtime', 'returned', 'returned']);
    expect(overtime.state.status).toBe('dispatched');
    expect(decideTime(overtime.state, shiftTo + minute)).toBeNull();
    expect(wakeAt(overtime.state, shiftTo + minute)).toBe(shiftTo + overtimeMs);
    const finished = decide(overtime.state, done('a'), shiftTo + 20 * minute).state;
    const end = decideTime(finished, shiftTo + 20 * minute)!;
    expect(names(end)).toEqual(['over']);
    expect(end.errands).toEqual([]);
  });

  test('what nobody says anything more about goes back as well', () => {
    const overtime = decideTime(walk([arrive('a')]).state, shiftTo)!.state;
    const end = decideTime(overtime, shiftTo + overtimeMs)!;
    expect(told(end.state)).toBe('b:returned c:returned a:returned');
    expect(orders(end)).toEqual(['a unassign']);
    expect(end.state.stops[2]).toMatchObject({ leftAt: shiftTo + overtimeMs });
  });
});

describe('a case that refuses', () => {
  const refusal = (over: Partial<Refusal> = {}): Refusal => ({
    ...{ caseId: 'a', commandId: 'c', wanted: 'start', code: 'case-closed', ours: false },
    ...over,
  });

  test('its being the crew’s leaves the round when somebody else has it', () => {
    const { state } = walk([arrive('a')]);
    const decision = decideRefusal(state, refusal(), now)!;
    expect(told(decision.state)).toBe('a:returned b:planned c:planned');
    expect(decision.state.stops[0]).toMatchObject({ refused: 'case-closed', reason: null });
    expect(decision.facts).toMatchObject([
      { name: 'refused', commandId: 'c', data: { code: 'case-closed' } },
    ]);
    expect(decision.errands).toEqual([]);
  });

  test('the work that was done leaves it done, for people to see', () => {
    const { state } = walk([arrive('a'), done('a')]);
    const { stops } = decideRefusal(state, refusal({ wanted: 'mark-repaired' }), now)!.state;
    expect(stops[0]).toMatchObject({ status: 'done', refused: 'case-closed' });
  });

  test.each<[string, Partial<Refusal>]>([
    ['what was so already', { ours: true }],
    ['to be given back by whom it is not', { wanted: 'unassign' }],
    ['and is not in the round', { caseId: 'x' }],
  ])('%s changes nothing', (_, over) => {
    expect(decideRefusal(walk([arrive('a')]).state, refusal(over), now)).toBeNull();
  });
});
