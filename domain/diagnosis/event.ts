/**
 * What happens in a case, for whoever wants to know why a department is late. The one schema that measures, findings and
 * simulations are computed from; documented in docs/diagnosis.md, so that any other history can be written in it.
 */
export const eventNames = [
  'opened',
  'verified',
  'accepted',
  'assigned',
  'unassigned',
  'arrived',
  'started',
  'paused',
  'resumed',
  'repaired',
  'reopened',
  'rerouted',
  'ended',
  'breached',
  'escalated',
  'acknowledged',
  'review-opened',
  'review-closed',
  'staffed',
] as const;
export type EventName = (typeof eventNames)[number];

export interface CaseEvent {
  /** Milliseconds since the epoch. */
  at: number;
  name: EventName;
  /** The department that has the case at that moment. */
  department: string;
  /** Empty of `staffed` alone, which is about no case. */
  caseId: string;
  /** Crew or supplier, never a person; empty where none is meant. */
  unit: string;
  /** Code: the category of `opened`; why it was paused, given back, rerouted or ended. */
  reason: string;
  /**
   * `opened`: hours until it should be repaired. `repaired`: hours of work. `arrived`: metres from the stop
   * before. `staffed`: hours that the unit works that day. `review-opened`: hours until it is overdue. Else null.
   */
  amount: number | null;
}

/** Codes of `reason` that the measures know. */
export const MATERIALS = 'materials';
