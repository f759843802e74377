import { defineSignal } from '@temporalio/workflow';

/** The nth emergency forward of a case, from 1. */
export interface ForwardOf {
  caseId: string;
  forwardNumber: number;
}

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

/** The case has ended: an acknowledged forward has nothing more to wait for. */
export const caseOverSignal = defineSignal('caseOver');
