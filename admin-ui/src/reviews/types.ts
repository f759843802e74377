import type { TimelineEntry } from '../cases/types';
import type {
  CaseStatus,
  ClockKind,
  ReportKind,
  ReviewCause,
  ReviewOutcome,
  ReviewStatus,
} from '../vocabulary';

/** A missed deadline and what people make of it. */
export interface ReviewRow {
  id: string;
  /** Grows with every act: sent back by who decides. */
  version: number;
  caseId: string;
  caseNumber: string;
  caseKind: ReportKind;
  caseStatus: CaseStatus;
  address: string | null;
  departmentId: string;
  categoryId: string;
  clock: ClockKind;
  openedAt: string;
  dueAt: string;
  dueCause: 'time' | 'policy-change';
  status: ReviewStatus;
  causes: ReviewCause[];
  note: string | null;
  ownerId: string | null;
  ownerName: string | null;
  followUpAt: string | null;
  foundAt: string | null;
  outcome: ReviewOutcome | null;
  training: boolean;
  outcomeNote: string | null;
  closedAt: string | null;
}

export interface ReviewDetail extends ReviewRow {
  timeline: TimelineEntry[];
  /** Between two steps of the work, in milliseconds; `to` is `breach` where the next step came too late. */
  longestWait: { from: string; to: string; ms: number } | null;
  mayDecide: boolean;
  maySay: boolean;
}

export interface Causes {
  bars: { name: ReviewCause; count: number; share: number; cumulative: number }[];
  recurring: { departmentId: string; cause: ReviewCause; count: number }[];
  times: number;
}

export interface Owner {
  id: string;
  name: string;
  role: string;
}
