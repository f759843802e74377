import type { Fact } from '../../domain/case/facts';
import type { CaseState } from '../../domain/case/state';
import type { Clock, ClockPlan, Interval } from '../../domain/sla/clock';
import type { Danger, Emergency, Outcome, ReportKind } from '../../domain/vocabulary';

/** What the case row says when its workflow begins. */
export interface CaseOpening {
  kind: ReportKind;
  departmentId: string;
  categoryId: string;
  danger: Danger;
  emergency: Emergency;
  openedAt: number;
}

/** The members as the database holds them now. */
export interface MembersSummary {
  members: number;
  emergency: Emergency;
  danger: Danger;
}

/** What the case workflow asks of the world. Every one is idempotent. */
export interface CasePorts {
  loadCase(caseId: string): Promise<CaseOpening>;

  /** Marks the waiting memberships as read by the case and sums them up. */
  readMembers(caseId: string): Promise<MembersSummary>;

  /**
   * The projection: case row, clocks, timeline and audit entries, message rows, escalations, in one
   * transaction. `version` orders the writes; an older one never overwrites; a fact is identified by
   * case, version and its place in the list.
   */
  recordCase(input: { state: CaseState; facts: Fact[] }): Promise<void>;

  /** When the given clocks fire, in the order asked; null where the policy has no target. */
  planClocks(input: {
    caseId: string;
    clocks: Pick<Clock, 'kind' | 'startedAt' | 'pauses' | 'policy'>[];
  }): Promise<(ClockPlan | null)[]>;

  /** When each open pause has to end at the latest, in the order asked; `taken` is the cycle's pauses so far. */
  planPauses(input: {
    caseId: string;
    taken: Interval[];
    pauses: { from: number; until: number | null; reason: string }[];
  }): Promise<number[]>;

  /**
   * Closes under the lock of the case row. `closed: false` when members were attached that the case
   * has not read: it reads them and tries again, so that none is lost between attach and close.
   */
  closeCase(input: { state: CaseState; facts: Fact[] }): Promise<{ closed: boolean }>;

  /** Moves the members to another case, under both locks, tells it (`absorbed`, `members`) and them (`moved`). */
  mergeCase(input: { caseId: string; intoCaseId: string; repairDueAt: number | null }): Promise<void>;

  /**
   * Tells the members' workflows, in pages, heartbeating; repeating it tells nobody twice. Signal-with-start
   * with `{reportId, caseId, settled: true}`: a reopened case speaks to reports that were settled.
   */
  tellMembers(input: { caseId: string; cycle: number; outcome: Outcome; final: boolean }): Promise<void>;

  /** Keeps the history of the run that ends, with the build that ran it. */
  archiveHistory(input: { workflowId: string; runId: string }): Promise<void>;
}
