import type { News } from '../../domain/case/joining';
import type { ForwardOf } from './messages';

export interface EmergencyPorts {
  /** The department's agencies in order of call. */
  listAgencies(caseId: string): Promise<string[]>;

  /**
   * Posts the CAP alert, signed, to one agency and answers until when (epoch ms) it may acknowledge.
   * `attempt` makes it idempotent: the same attempt is the same message to the agency.
   */
  postAlert(input: ForwardOf & { agencyId: string; attempt: number }): Promise<{ ackBy: number }>;

  /** The agency that has acknowledged by its link or API, or null: its signal may have got lost. */
  answerOf(forward: ForwardOf): Promise<string | null>;

  /** CAP Update (more reports) or Cancel (recalled) to every agency that was alerted. */
  postFollowUp(input: ForwardOf & { msgType: 'Update' | 'Cancel'; sequence: number }): Promise<void>;

  /** The person on call for the department at this hour, by the roster; answers false when there is none. */
  alertOnCall(input: ForwardOf & { attempt: number }): Promise<{ alerted: boolean }>;

  /** Tells the case how the forward goes (`forwardSignal`); an ended case need not hear. */
  tellCase(input: { caseId: string; news: News }): Promise<void>;

  archiveHistory(input: { workflowId: string; runId: string }): Promise<void>;
}
