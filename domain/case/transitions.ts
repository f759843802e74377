import type { ErrorCode } from '../errors';
import type { CaseStatus } from '../vocabulary';
import { type Command, type CommandName, commandNames } from './commands';
import { type Assignee, beforeRepair, type CaseState, isForwarding, isOver, type Party } from './state';

const open = [...beforeRepair, 'repaired', 'rating'] as const;
const inHand = ['accepting', 'assigning', 'assigned', 'working'] as const;

/** When a command is legal: its statuses, the kinds of case it makes sense for, and what else must hold. */
interface Rule {
  from: readonly CaseStatus[];
  /** `repair`: problems only; `answer`: questions, praise and proposals only; none: every kind. */
  endsWith?: 'repair' | 'answer';
  guard?: (state: CaseState) => ErrorCode | null;
}

const rules: Record<CommandName, Rule> = {
  verify: { from: ['verifying'] },
  reject: { from: ['verifying', 'accepting', 'assigning'], guard: noParts },
  answer: { from: ['verifying', 'accepting'], endsWith: 'answer' },
  reroute: { from: beforeRepair, guard: noOffer },
  accept: { from: ['accepting'], endsWith: 'repair' },
  'make-safe': {
    from: beforeRepair,
    endsWith: 'repair',
    guard: (state) => (state.safety === 'ordered' ? 'make-safe-running' : null),
  },
  'made-safe': {
    from: beforeRepair,
    endsWith: 'repair',
    guard: ({ safety }) =>
      safety === 'ordered' ? null : safety === 'done' ? 'already-safe' : 'illegal-transition',
  },
  assign: { from: ['assigning', 'assigned', 'working'], endsWith: 'repair', guard: noOffer },
  unassign: { from: ['assigned', 'working'], endsWith: 'repair' },
  start: { from: ['assigned'], endsWith: 'repair' },
  pause: {
    from: inHand,
    guard: (state) => (state.emergency === 'none' ? null : 'emergency-never-pauses'),
  },
  resume: { from: inHand, guard: (state) => (state.pauses.length > 0 ? null : 'not-paused') },
  'mark-repaired': { from: ['assigned', 'working'], endsWith: 'repair', guard: noParts },
  qualify: { from: ['assigned', 'working', 'repaired'], endsWith: 'repair', guard: noParts },
  close: { from: [...inHand, 'rating'], endsWith: 'repair', guard: noParts },
  'decide-reopen': {
    from: ['rating', 'closed'],
    endsWith: 'repair',
    guard: (state) => (state.reopen ? null : 'no-reopen-request'),
  },
  recall: {
    from: open,
    guard: (state) => (isForwarding(state) ? null : 'no-forward-running'),
  },
  merge: {
    from: open,
    guard: (state) => (state.partOf ? 'conflict' : isForwarding(state) ? 'help-called' : noParts(state)),
  },
  split: { from: open, guard: ({ members }) => (members > 1 ? null : 'illegal-transition') },
  unmerge: { from: ['closed'], guard: ({ beforeMerge }) => (beforeMerge ? null : 'illegal-transition') },
  'import-deadline': { from: beforeRepair, endsWith: 'repair' },
  ask: { from: beforeRepair },
  'withdraw-question': {
    from: beforeRepair,
    guard: ({ questions = [] }) => (questions.length > 0 ? null : 'question-closed'),
  },
  'hand-over': { from: inHand, guard: noOffer },
  'answer-handover': { from: inHand, guard: offered },
  'withdraw-handover': { from: inHand, guard: offered },
  'open-part': {
    from: inHand,
    endsWith: 'repair',
    guard: ({ partOf }) => (partOf ? 'conflict' : null),
  },
};

/** Until it is answered or taken back, an offer keeps the case where it is. */
function noOffer({ handover }: CaseState): ErrorCode | null {
  return handover ? 'offer-waits' : null;
}

function offered({ handover }: CaseState): ErrorCode | null {
  return handover ? null : 'nothing-offered';
}

/** A case is done when all of its parts are. */
function noParts({ parts = [] }: CaseState): ErrorCode | null {
  return parts.length > 0 ? 'parts-open' : null;
}

/** What the details of one command add to its rule. */
function checkDetails(state: CaseState, command: Command): ErrorCode | null {
  switch (command.name) {
    case 'pause':
      return state.pauses.some((pause) => pause.id === command.pauseId) ? 'already-paused' : null;
    case 'resume':
      return state.pauses.some((pause) => pause.id === command.pauseId) ? null : 'not-paused';
    case 'qualify':
      // Only a finished repair is qualified as real; "there is nothing here" may be said from the crew's arrival.
      return command.real && state.status !== 'repaired' ? 'illegal-transition' : null;
    case 'close':
      if ((command.outcome === 'repaired') !== (state.status === 'rating')) return 'illegal-transition';
      return command.outcome === 'not-fixed' && !command.noteId ? 'invalid-input' : null;
    case 'merge':
      return command.intoCaseId === state.caseId ? 'conflict' : null;
    case 'ask':
      return state.questions?.some(({ id }) => id === command.questionId) ? 'conflict' : null;
    case 'withdraw-question':
      return state.questions?.some(({ id }) => id === command.questionId) ? null : 'question-closed';
    case 'hand-over':
      return checkOffer(state, command.to);
    case 'answer-handover':
    case 'withdraw-handover':
      return state.handover?.id === command.handoverId ? null : 'nothing-offered';
    default:
      return null;
  }
}

/** Whoever repairs is offered what somebody has accepted; a department, another one's. */
function checkOffer({ kind, status, departmentId }: CaseState, to: Party): ErrorCode | null {
  if (to.kind === 'citizen') return 'invalid-input';
  if (to.kind === 'department') return to.id === departmentId ? 'conflict' : null;
  if (kind !== 'problem') return 'wrong-kind';
  return status === 'accepting' ? 'illegal-transition' : null;
}

function checkDoer({ assignee }: CaseState, { ofCrew, ofSupplier }: Command): ErrorCode | null {
  const has = (kind: Assignee['kind'], id: string | undefined) =>
    id === undefined || (assignee?.kind === kind && assignee.id === id);
  return has('crew', ofCrew) && has('supplier', ofSupplier) ? null : 'conflict';
}

function checkRule(state: CaseState, name: CommandName): ErrorCode | null {
  const rule = rules[name];
  if (state.merging || state.parting) return 'conflict';
  if (isOver(state) && !rule.from.includes(state.status)) return 'case-closed';
  if (rule.endsWith && (rule.endsWith === 'repair') !== (state.kind === 'problem')) return 'wrong-kind';
  if (!rule.from.includes(state.status)) return 'illegal-transition';
  return rule.guard?.(state) ?? null;
}

/** Why the case refuses the command now, or null. Synchronous and pure: the validator of the update. */
export function check(state: CaseState, command: Command): ErrorCode | null {
  return checkRule(state, command.name) ?? checkDoer(state, command) ?? checkDetails(state, command);
}

/** The commands that the state allows; who may give them is for permissions to say. */
export function allowedCommands(state: CaseState): CommandName[] {
  return commandNames.filter((name) => checkRule(state, name) === null);
}
