import type { Fact } from '../../domain/case/facts';
import type { Absorbed, Members } from '../../domain/case/joining';
import type { CaseState, Parting } from '../../domain/case/state';
import type { ErrorCode } from '../../domain/errors';
import type { Clock, ClockPlan, Interval } from '../../domain/sla/clock';
import type { PolicyKey } from '../../domain/sla/policy';
import type { Danger, Emergency, Outcome, ReportKind } from '../../domain/vocabulary';
import type { DoneLists } from './messages';

/** What the case row says when its workflow begins. */
export interface CaseOpening {
  kind: ReportKind;
  departmentId: string;
  categoryId: string;
  danger: Danger;
  emergency: Emergency;
  openedAt: number;
  /** The case that it is a part of. */
  partOf?: string;
}

/** What the database knows of a case when its workflow begins. */
export interface Loaded {
  opening: CaseOpening;
  /** How its last run left it; null for a case that was just opened. */
  snapshot: CaseState | null;
  /** What its log says was carried out. */
  done: DoneLists;
}

/** A merge as the case ordered it. */
export interface MergeOrder extends Absorbed {
  intoCaseId: string;
}

/** A split or an undone merge as the case ordered it. */
export interface PartOrder {
  caseId: string;
  what: Parting['what'];
  commandId: string;
  splitId: string | null;
  /** The merge that is undone. */
  mergeId: string | null;
}

/** What the case workflow asks of the world. Every one is idempotent. */
export interface CasePorts {
  loadCase(caseId: string): Promise<Loaded>;

  /** Marks the waiting memberships as read by the case and sums them up. */
  readMembers(caseId: string): Promise<Members>;

  /**
   * The projection: case row, clocks, timeline and audit entries, message rows, escalations, in one
   * transaction. `version` orders the writes; an older one never overwrites; a fact is identified by
   * case, version and its place in the list.
   */
  recordCase(input: { state: CaseState; facts: Fact[] }): Promise<void>;

  /** When the given clocks fire, in the order asked; null where the policy has no target. */
  planClocks(input: {
    clocks: Pick<Clock, 'kind' | 'startedAt' | 'pauses' | 'policy'>[];
  }): Promise<(ClockPlan | null)[]>;

  /** When each open pause has to end at the latest, in the order asked; `taken` is the cycle's pauses so far. */
  planPauses(input: {
    policy: PolicyKey;
    taken: Interval[];
    pauses: { from: number; until: number | null; reason: string }[];
  }): Promise<number[]>;

  /**
   * Closes under the lock of the case row. `closed: false` when members were attached that the case
   * has not read: it reads them and tries again, so that none is lost between attach and close. An
   * emergency among them is not told the end of another story: it gets a case of its own.
   */
  closeCase(input: { state: CaseState; facts: Fact[] }): Promise<{ closed: boolean }>;

  /**
   * Moves the members to another case under both locks, tells it (`absorbed`, `members`) and them (`moved`);
   * who attaches from then on goes there as well. Follows cases that were merged themselves. `refused` with
   * nothing moved when the other case is over, or was merged into this one.
   */
  mergeCase(input: MergeOrder): Promise<{ intoCaseId: string } | { refused: ErrorCode }>;

  /**
   * Splits the named members off into a case of their own, or takes the members of a merged case back into it,
   * under all locks; tells the other case (`members`, `unabsorbed`) and the reports (`moved`). `refused` with nothing
   * moved when the other case is over, when nobody would stay or come back, or when help was called for who would go.
   */
  partMembers(input: PartOrder): Promise<{ caseId: string; reports: number } | { refused: ErrorCode }>;

  /**
   * Tells the members' workflows, in pages, heartbeating; repeating it tells nobody twice. Signal-with-start
   * with `{reportId, caseId, settled: true}`: a reopened case speaks to reports that were settled.
   */
  tellMembers(input: { caseId: string; cycle: number; outcome: Outcome; final: boolean }): Promise<void>;

  /** Keeps the history of the run that ends, with the build that ran it. */
  archiveHistory(input: { workflowId: string; runId: string }): Promise<void>;
}
