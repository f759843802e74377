import type { MemberAct } from '../case/messages';

export interface ReportPorts {
  /**
   * Attaches the report to an open case or opens one, in one transaction that locks the case row;
   * repeating it answers the same case.
   */
  matchOrOpen(reportId: string): Promise<string>;

  /** Signal-with-start of the case: "there are members that you have not read". */
  handOver(caseId: string): Promise<void>;

  /** Passes the citizen's act on to the case (signal-with-start from the snapshot when it has ended). */
  passOn(input: { caseId: string } & MemberAct): Promise<void>;

  /** Asks the citizen to rate; writes the message row once per report and cycle. */
  askForRating(input: { reportId: string; caseId: string; cycle: number }): Promise<void>;

  /** The report's life is over: its row says so. */
  settleReport(input: { reportId: string; caseId: string; outcome: string }): Promise<void>;

  archiveHistory(input: { workflowId: string; runId: string }): Promise<void>;
}
