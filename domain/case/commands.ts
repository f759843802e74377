import type { Danger, HandoverRefusal, PauseReason, RejectReason, UnassignReason } from '../vocabulary';
import type { Actor, Assignee, Instant, Party } from './state';

/**
 * What staff may tell a case. `noteId` refers to a row written first: no text travels through a
 * workflow. `commandId` is also the update id, so that a repeated command acts once.
 */
export interface CommandBase {
  commandId: string;
  actor: Actor;
  noteId?: string;
  /** Only while this crew has the work: a round does not know what the desk has done meanwhile. */
  ofCrew?: string;
  /** Only while this supplier has the work. */
  ofSupplier?: string;
}

export type Command = CommandBase &
  (
    | { name: 'verify'; categoryId?: string; danger?: Danger }
    | { name: 'reject'; reason: RejectReason; noteId: string }
    | { name: 'answer'; noteId: string }
    | {
        name: 'reroute';
        departmentId: string;
        categoryId: string;
        noteId: string;
      }
    | { name: 'accept' }
    | { name: 'make-safe'; crewId: string }
    | { name: 'made-safe'; photoId?: string }
    | { name: 'assign'; assignee: Assignee; roundId?: string }
    | { name: 'unassign'; reason?: UnassignReason; roundId?: string }
    | { name: 'start' }
    | {
        name: 'pause';
        pauseId: string;
        reason: PauseReason;
        until?: number;
        noteId: string;
      }
    | { name: 'resume'; pauseId: string }
    | { name: 'mark-repaired'; repairId: string }
    | {
        name: 'qualify';
        qualificationId: string;
        real: boolean;
        danger: Danger;
        categoryId: string;
      }
    | { name: 'close'; outcome: 'repaired' | 'not-fixed'; noteId?: string }
    | { name: 'decide-reopen'; reopen: boolean; noteId: string }
    | { name: 'recall'; noteId: string }
    | { name: 'merge'; intoCaseId: string; noteId: string }
    | { name: 'split'; splitId: string; noteId: string }
    | { name: 'unmerge'; noteId: string }
    | { name: 'import-deadline'; dueAt: number; noteId: string }
    | { name: 'ask'; questionId: string; of: Party; dueAt: Instant; noteId: string }
    | { name: 'withdraw-question'; questionId: string }
    | { name: 'hand-over'; handoverId: string; to: Party; categoryId?: string; noteId: string }
    | { name: 'answer-handover'; handoverId: string; taken: boolean; reason?: HandoverRefusal }
    | { name: 'withdraw-handover'; handoverId: string }
    | { name: 'open-part'; partId: string; departmentId: string; categoryId: string; noteId: string }
  );
export type CommandName = Command['name'];

export const commandNames = [
  'verify',
  'reject',
  'answer',
  'reroute',
  'accept',
  'make-safe',
  'made-safe',
  'assign',
  'unassign',
  'start',
  'pause',
  'resume',
  'mark-repaired',
  'qualify',
  'close',
  'decide-reopen',
  'recall',
  'merge',
  'split',
  'unmerge',
  'import-deadline',
  'ask',
  'withdraw-question',
  'hand-over',
  'answer-handover',
  'withdraw-handover',
  'open-part',
] as const satisfies readonly CommandName[];
