import type { ForwardNews } from '../case/messages';

export interface EmergencyPorts {
  /** The department's agencies in order of call. */
  listAgencies(caseId: string): Promise<string[]>;

  /**
   * Posts the CAP alert, signed, to one agency and answers until when (epoch ms) it may acknowledge.
   * `attempt` makes it idempotent: the same attempt is the same message to the agency.
   */
  postAlert(input: { caseId: string; agencyId: string; attempt: number }): Promise<{ ackBy: number }>;

  /** CAP Update (more reports) or Cancel (recalled) to every agency that was alerted. */
  postFollowUp(input: { caseId: string; msgType: 'Update' | 'Cancel'; sequence: number }): Promise<void>;

  /** The person on call for the department at this hour, by the roster; answers false when there is none. */
  alertOnCall(input: { caseId: string; attempt: number }): Promise<{ alerted: boolean }>;

  /** Tells the case how the forward goes (`forwardSignal`); an ended case need not hear. */
  tellCase(input: { caseId: string; news: ForwardNews }): Promise<void>;

  archiveHistory(input: { workflowId: string; runId: string }): Promise<void>;
}
