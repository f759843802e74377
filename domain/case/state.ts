import type { Clock } from '../sla/clock';
import type {
  CaseStatus,
  Danger,
  Emergency,
  ForwardStatus,
  Outcome,
  PartyKind,
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
  /** A changed policy has ended it: by the former one it would still last. */
  cut?: boolean;
}

/** Somebody beside the department that has the case; a citizen by the report. */
export interface Party {
  kind: PartyKind;
  id: string;
}

/** A question that waits for its answer: its words are a row. The pause that it makes has the same id. */
export interface Question {
  id: string;
  of: Party;
  /** When whoever was asked is reminded; null once that is done, or pointless. */
  remindAt: Instant | null;
  dueAt: Instant;
}

/** An offer to take the case, which waits for its answer under the clock `handover`. */
export interface Handover {
  id: string;
  to: Party;
  /** What it would be there; another department's category. */
  categoryId: string | null;
}

/** Work that another department has to do for this case: a case of its own. */
export interface Part {
  caseId: string;
  departmentId: string;
}

export interface Assignee {
  kind: 'crew' | 'supplier' | 'agency';
  id: string;
}

/** A merge that was ordered and is being carried out: until then the case stays open, and takes no command. */
export interface Merging {
  intoCaseId: string;
  commandId: string;
  actor: Actor;
  noteId: string | null;
}

/** Members that are being taken out of the case (`split`) or back into it (`unmerge`); it takes no other command. */
export interface Parting {
  what: 'split' | 'unmerge';
  /** The row that names the reports to split off. */
  splitId: string | null;
  commandId: string;
  actor: Actor;
  noteId: string | null;
}

/** How a case stood when it was merged, for the undo: its clocks have run on since. */
export interface BeforeMerge extends Pick<CaseState, 'status' | 'safety' | 'assignee' | 'pauses' | 'clocks'> {
  mergeId: string;
  /** How many alarms it had heard. */
  heard: number;
}

/** A case that became part of this one, and the repair deadline that it brought along. */
export interface AbsorbedCase {
  caseId: string;
  repairDueAt: Instant | null;
  since: Instant;
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
  /** How many forwards the case has begun; the last is the present one. One that was recalled may be followed. */
  forwards: number;
  /** Members who declared an emergency, as far as the case has heard. */
  alarms: number;
  assignee: Assignee | null;
  members: number;
  ratings: number;
  pauses: Pause[];
  clocks: Clock[];
  reopen: ReopenRequest | null;
  merging: Merging | null;
  parting?: Parting | null;
  beforeMerge?: BeforeMerge | null;
  absorbed?: AbsorbedCase[];
  questions?: Question[];
  handover?: Handover | null;
  /** Those that are not over. */
  parts?: Part[];
  /** The case that this one is a part of. */
  partOf?: string | null;
  openedAt: Instant;
}

export const terminalStatuses: readonly CaseStatus[] = ['closed', 'rejected', 'answered'];
export const isOver = (state: Pick<CaseState, 'status'>) => terminalStatuses.includes(state.status);

/** Is there still something to repair? What is reported after that is a problem that stayed or came back. */
export const isBeforeRepair = ({ status }: Pick<CaseState, 'status'>): boolean =>
  beforeRepair.includes(status);
export const beforeRepair: readonly CaseStatus[] = [
  'verifying',
  'accepting',
  'assigning',
  'assigned',
  'working',
];

/** Is help being called, or on its way? */
export const isForwarding = ({ forward }: Pick<CaseState, 'forward'>): boolean =>
  forward === 'running' || forward === 'acknowledged';
