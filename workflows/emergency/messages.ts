import { defineSignal } from '@temporalio/workflow';
import type { ForwardOf } from '../../domain/case/state';

/**
 * The contract of an emergency forward: one at a time per case, abandoned by its parent's continue-as-new.
 * After a recall another may follow while the one before still says its Cancel.
 */
export const emergencyWorkflowId = ({ caseId, forwardNumber }: ForwardOf) =>
  `emergency-${caseId}-${forwardNumber}`;

/** Emergencies have a queue of their own beside each queue, so that no storm delays them. */
export const emergencyQueueOf = (taskQueue: string) =>
  taskQueue.endsWith('-emergency') ? taskQueue : `${taskQueue}-emergency`;

export interface EmergencyInput extends ForwardOf {
  /** The case that it is about: the one that began it, or the one that that was merged into. */
  about: string;
  /** Where an earlier run left off. */
  step?: ForwardStep;
}

export interface ForwardStep {
  /** Calls made so far; the next one goes to the agency whose turn it is. */
  attempt: number;
  /** Follow-ups (CAP Update, Cancel) that are over, told or not. */
  followUps: number;
  /** An Update was due or under way. */
  moreReports?: boolean;
  acknowledgedBy: string | null;
}

/** An agency has it: by its link, its API, or an operator who phoned. */
export const acknowledgeSignal = defineSignal<[{ agencyId: string }]>('acknowledge');

/** Staff call it off: the agencies that were told get a CAP Cancel. */
export const recallSignal = defineSignal('recall');

/** Another emergency report of the same case: a CAP Update to those already told. */
export const emergencyUpdateSignal = defineSignal('emergencyUpdate');

/** The case was merged: from now on the forward is about another, which hears what the first had heard. */
export const handOverSignal = defineSignal<[{ caseId: string }]>('handOver');

/** The case has ended: an acknowledged forward has nothing more to wait for. */
export const caseOverSignal = defineSignal('caseOver');
