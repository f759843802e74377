import { aPause, aState } from '../sla/testing';
import { caseStatuses, reportKinds } from '../vocabulary';
import { type Command, type CommandName, commandNames } from './commands';
import { commands, ready } from './testing';
import { allowedCommands, check } from './transitions';

/**
 * x: legal. Columns: verifying, accepting, assigning, assigned, working, repaired, rating, closed, rejected,
 * answered.
 */
const table: Record<CommandName, string> = {
  verify: 'x.........',
  reject: 'xxx.......',
  answer: 'xx........',
  reroute: 'xxxxx.....',
  accept: '.x........',
  'make-safe': 'xxxxx.....',
  'made-safe': 'xxxxx.....',
  assign: '..xxx.....',
  unassign: '...xx.....',
  start: '...x......',
  pause: '.xxxx.....',
  resume: '.xxxx.....',
  'mark-repaired': '...xx.....',
  qualify: '.....x....',
  close: '......x...',
  'decide-reopen': '......xx..',
  recall: 'xxxxxxx...',
  merge: 'xxxxxxx...',
  split: 'xxxxxxx...',
  unmerge: '.......x..',
  'import-deadline': 'xxxxx.....',
  ask: 'xxxxx.....',
  'withdraw-question': 'xxxxx.....',
  'hand-over': '.xxxx.....',
  'answer-handover': '.xxxx.....',
  'withdraw-handover': '.xxxx.....',
  'open-part': '.xxxx.....',
};

describe.each(commandNames)('%s', (name) => {
  test.each(caseStatuses.map((status, column) => [status, table[name][column] === 'x'] as const))(
    'from %s: %s',
    (status, legal) => {
      const code = check(ready(status, name), commands[name]);
      if (legal) expect(code).toBeNull();
      else expect(code).toBe(expectedRefusal(status));
    },
  );
});

const expectedRefusal = (status: string) =>
  ['closed', 'rejected', 'answered'].includes(status) ? 'case-closed' : 'illegal-transition';

const refusals: [string, ReturnType<typeof aState>, Command, string | null][] = [
  ['answering a problem', aState(), commands.answer, 'wrong-kind'],
  [
    'repairing a question',
    aState({ kind: 'question', status: 'working' }),
    commands['mark-repaired'],
    'wrong-kind',
  ],
  ['cordoning off twice', aState({ safety: 'ordered' }), commands['make-safe'], 'make-safe-running'],
  ['cordoning off again later', aState({ safety: 'done' }), commands['make-safe'], null],
  ['made safe twice', aState({ safety: 'done' }), commands['made-safe'], 'already-safe'],
  ['made safe without an order', aState(), commands['made-safe'], 'illegal-transition'],
  [
    'pausing an emergency',
    aState({ status: 'working', emergency: 'injured' }),
    commands.pause,
    'emergency-never-pauses',
  ],
  ['pausing with the same id', ready('working'), { ...commands.pause, pauseId: aPause.id }, 'already-paused'],
  ['an overlapping pause', ready('working'), commands.pause, null],
  ['resuming what is not paused', aState({ status: 'working' }), commands.resume, 'not-paused'],
  ['resuming another pause', ready('working'), { ...commands.resume, pauseId: 'none' }, 'not-paused'],
  [
    'taking back what is the crew’s',
    aState({ status: 'working', assignee: { kind: 'crew', id: 'crew' } }),
    { ...commands.unassign, ofCrew: 'crew' },
    null,
  ],
  [
    'taking back what has gone to another crew',
    aState({ status: 'assigned', assignee: { kind: 'crew', id: 'other' } }),
    { ...commands.unassign, ofCrew: 'crew' },
    'conflict',
  ],
  [
    'taking back from a crew what a supplier has',
    aState({ status: 'assigned', assignee: { kind: 'supplier', id: 'crew' } }),
    { ...commands.unassign, ofCrew: 'crew' },
    'conflict',
  ],
  ['not real, seen on arrival', aState({ status: 'assigned' }), { ...commands.qualify, real: false }, null],
  ['real before the repair', aState({ status: 'assigned' }), commands.qualify, 'illegal-transition'],
  ['closing unrepaired work', aState({ status: 'working' }), commands.close, 'illegal-transition'],
  ['giving up with a note', aState({ status: 'working' }), { ...commands.close, outcome: 'not-fixed' }, null],
  [
    'giving up without a note',
    aState({ status: 'working' }),
    { ...commands.close, outcome: 'not-fixed', noteId: undefined },
    'invalid-input',
  ],
  [
    'giving up what is repaired',
    aState({ status: 'rating' }),
    { ...commands.close, outcome: 'not-fixed' },
    'illegal-transition',
  ],
  ['deciding nothing', aState({ status: 'rating' }), commands['decide-reopen'], 'no-reopen-request'],
  ['recalling nothing', aState(), commands.recall, 'no-forward-running'],
  ['merging away running help', aState({ forward: 'running' }), commands.merge, 'help-called'],
  ['merging away help that came', aState({ forward: 'acknowledged' }), commands.merge, 'help-called'],
  ['recalling what is acknowledged', aState({ forward: 'acknowledged' }), commands.recall, null],
  [
    'asking twice with one id',
    ready('working', 'withdraw-question'),
    { ...commands.ask, questionId: 'q' },
    'conflict',
  ],
  ['asking in an emergency', aState({ emergency: 'injured' }), commands.ask, null],
  [
    'taking back what nobody asked',
    ready('working', 'withdraw-question'),
    { ...commands['withdraw-question'], questionId: 'x' },
    'question-closed',
  ],
  ['offering twice', ready('working', 'answer-handover'), commands['hand-over'], 'offer-waits'],
  ['rerouting what is offered', ready('accepting', 'answer-handover'), commands.reroute, 'offer-waits'],
  ['assigning what is offered', ready('working', 'answer-handover'), commands.assign, 'offer-waits'],
  [
    'offering to oneself',
    aState({ status: 'working' }),
    { ...commands['hand-over'], to: { kind: 'department', id: 'roads' } },
    'conflict',
  ],
  [
    'offering to a supplier what nobody accepted',
    aState({ status: 'accepting' }),
    { ...commands['hand-over'], to: { kind: 'supplier', id: 's' } },
    'illegal-transition',
  ],
  [
    'offering a question to a supplier',
    aState({ status: 'assigning', kind: 'question' }),
    { ...commands['hand-over'], to: { kind: 'supplier', id: 's' } },
    'wrong-kind',
  ],
  [
    'answering another offer',
    ready('working', 'answer-handover'),
    { ...commands['answer-handover'], handoverId: 'x' },
    'nothing-offered',
  ],
  ['answering no offer', aState({ status: 'working' }), commands['answer-handover'], 'nothing-offered'],
  ['a part of a part', aState({ status: 'working', partOf: 'whole' }), commands['open-part'], 'conflict'],
  [
    'repaired before its parts',
    aState({ status: 'working', parts: [{ caseId: 'p', departmentId: 'water' }] }),
    commands['mark-repaired'],
    'parts-open',
  ],
  ['merging away a part', aState({ partOf: 'whole' }), commands.merge, 'conflict'],
  ['merging into itself', aState(), { ...commands.merge, intoCaseId: 'case' }, 'conflict'],
];
test.each(refusals)('%s', (_, state, command, expected) => {
  expect(check(state, command)).toBe(expected);
});

test('the allowed commands are those that some details make legal', () => {
  expect(allowedCommands(aState())).toEqual([
    'verify',
    'reject',
    'reroute',
    'make-safe',
    'merge',
    'import-deadline',
    'ask',
  ]);
  expect(allowedCommands(aState({ kind: 'praise' }))).toEqual([
    'verify',
    'reject',
    'answer',
    'reroute',
    'merge',
    'ask',
  ]);
  expect(allowedCommands(aState({ status: 'closed', outcome: 'repaired' }))).toEqual([]);
  expect(allowedCommands(ready('closed', 'decide-reopen'))).toEqual(['decide-reopen']);
});

test('what check allows is always offered', () => {
  for (const status of caseStatuses) {
    for (const kind of reportKinds) {
      for (const name of commandNames) {
        const state = { ...ready(status, name), kind };
        if (check(state, commands[name]) === null) expect(allowedCommands(state)).toContain(name);
      }
    }
  }
});
