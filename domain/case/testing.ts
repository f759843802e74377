import { aPause, aState, hour, start } from '../sla/testing';
import type { CaseStatus } from '../vocabulary';
import type { Command, CommandBase, CommandName } from './commands';
import type { CaseState } from './state';

/** Material for the tests of the life of a case. */
const base: CommandBase = { commandId: 'c', actor: { kind: 'user', id: 'u' }, noteId: 'n' };
const noteId = 'n';

/** One plain command of each name. */
export const commands: { [Name in CommandName]: Extract<Command, { name: Name }> } = {
  verify: { ...base, name: 'verify' },
  reject: { ...base, name: 'reject', reason: 'not-ours', noteId },
  answer: { ...base, name: 'answer', noteId },
  reroute: { ...base, name: 'reroute', departmentId: 'parks', categoryId: 'tree', noteId },
  accept: { ...base, name: 'accept' },
  'make-safe': { ...base, name: 'make-safe', crewId: 'crew' },
  'made-safe': { ...base, name: 'made-safe' },
  assign: { ...base, name: 'assign', assignee: { kind: 'crew', id: 'crew' } },
  unassign: { ...base, name: 'unassign', reason: 'weather' },
  start: { ...base, name: 'start' },
  pause: { ...base, name: 'pause', pauseId: 'p2', reason: 'agency', noteId },
  resume: { ...base, name: 'resume', pauseId: aPause.id },
  'mark-repaired': { ...base, name: 'mark-repaired', repairId: 'r' },
  qualify: { ...base, name: 'qualify', qualificationId: 'q', real: true, danger: 2, categoryId: 'pothole' },
  close: { ...base, name: 'close', outcome: 'repaired' },
  'decide-reopen': { ...base, name: 'decide-reopen', reopen: true, noteId },
  recall: { ...base, name: 'recall', noteId },
  merge: { ...base, name: 'merge', intoCaseId: 'other', noteId },
  split: { ...base, name: 'split', splitId: 's', noteId },
  unmerge: { ...base, name: 'unmerge', noteId },
  'import-deadline': { ...base, name: 'import-deadline', dueAt: start + 1, noteId },
  ask: {
    ...base,
    name: 'ask',
    questionId: 'q2',
    of: { kind: 'supplier', id: 's' },
    dueAt: start + 48 * hour,
    noteId,
  },
  'withdraw-question': { ...base, name: 'withdraw-question', questionId: 'q' },
  'hand-over': {
    ...base,
    name: 'hand-over',
    handoverId: 'h',
    to: { kind: 'department', id: 'water' },
    noteId,
  },
  'answer-handover': { ...base, name: 'answer-handover', handoverId: 'h', taken: true },
  'withdraw-handover': { ...base, name: 'withdraw-handover', handoverId: 'h' },
  'open-part': {
    ...base,
    name: 'open-part',
    partId: 'part',
    departmentId: 'water',
    categoryId: 'leak',
    noteId,
  },
};

const outcomes: Partial<Record<CaseStatus, CaseState['outcome']>> = {
  closed: 'repaired',
  rejected: 'rejected',
  answered: 'answered',
};

const { status, safety, assignee, pauses, clocks } = aState({ status: 'assigning' });
const offer: CaseState['handover'] = { id: 'h', to: { kind: 'department', id: 'water' }, categoryId: 'leak' };
const question = {
  id: 'q',
  of: { kind: 'supplier', id: 's' },
  remindAt: null,
  dueAt: start + 48 * hour,
} as const;
export const beforeMerge = { status, safety, assignee, pauses, clocks, heard: 0, mergeId: 'm' };

/** A case in a status with everything in it that makes its commands legal there. */
export const ready = (status: CaseStatus, name?: CommandName): CaseState => ({
  ...aState({ status, outcome: outcomes[status] ?? null, pauses: [aPause] }),
  members: name === 'split' ? 2 : 1,
  beforeMerge: name === 'unmerge' && status === 'closed' ? beforeMerge : null,
  kind: name === 'answer' ? 'question' : 'problem',
  safety: name === 'made-safe' ? 'ordered' : 'none',
  forward: name === 'recall' ? 'running' : 'none',
  handover: name === 'answer-handover' || name === 'withdraw-handover' ? offer : null,
  questions: name === 'withdraw-question' ? [question] : [],
  reopen: name === 'decide-reopen' ? { reportId: 'report', actId: 'act', at: start } : null,
});
