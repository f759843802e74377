import type { Clock } from '../sla/clock';
import type {
  CaseStatus,
  Danger,
  Emergency,
  ForwardStatus,
  Outcome,
  PauseReason,
  ReportKind,
  Safety,
} from '../vocabulary';

/** An instant in milliseconds since the epoch: what workflows compare. */
export type Instant = number;

/** Who acts: staff by user id, the citizen by report id, the system by itself. Never a name. */
export interface Actor {
  kind: 'user' | 'citizen' | 'agency' | 'supplier' | 'system';
  id: string | null;
}

export const system: Actor = { kind: 'system', id: null };

/** One reason to wait; several may overlap. `endsAt` is set by planning: the wish cut at the policy's maximum. */
export interface Pause {
  id: string;
  reason: PauseReason;
  from: Instant;
  until: Instant | null;
  endsAt: Instant | null;
}

export interface Assignee {
  kind: 'crew' | 'supplier';
  id: string;
}

export interface ReopenRequest {
  reportId: string;
  actId: string;
  at: Instant;
}

/**
 * Everything a case is, as the workflow decides it. The database row is its projection, and this
 * same shape is the continue-as-new input and the snapshot that reconcile restarts from.
 */
export interface CaseState {
  caseId: string;
  kind: ReportKind;
  /** Grows with every decision; a projection with an older version never overwrites. */
  version: number;
  /** Grows with every reopening. */
  cycle: number;
  status: CaseStatus;
  outcome: Outcome | null;
  departmentId: string;
  categoryId: string;
  danger: Danger;
  emergency: Emergency;
  safety: Safety;
  forward: ForwardStatus;
  /** Which forward that is, from 1: one that was recalled may be followed by another. 0 before the first. */
  forwardNumber: number;
  assignee: Assignee | null;
  members: number;
  ratings: number;
  pauses: Pause[];
  clocks: Clock[];
  reopen: ReopenRequest | null;
  openedAt: Instant;
}

export const terminalStatuses: readonly CaseStatus[] = ['closed', 'rejected', 'answered'];
export const isOver = (state: Pick<CaseState, 'status'>) => terminalStatuses.includes(state.status);
