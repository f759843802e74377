import { defineSignal } from '@temporalio/workflow';

/** The contract of an emergency forward: one per case, abandoned by its parent's continue-as-new. */
export const emergencyWorkflowId = (caseId: string) => `emergency-${caseId}`;

export interface EmergencyInput {
  caseId: string;
  /** Where an earlier run left off. */
  step?: { attempt: number; agencyId: string | null };
}

/** An agency has it: by its link, its API, or an operator who phoned. */
export const acknowledgeSignal = defineSignal<[{ agencyId: string }]>('acknowledge');

/** Staff call it off: the agencies that were told get a CAP Cancel. */
export const recallSignal = defineSignal<[{ noteId: string }]>('recall');

/** Another emergency report of the same case: a CAP Update to those already told. */
export const emergencyUpdateSignal = defineSignal<[{ members: number }]>('emergencyUpdate');
