import type { CaseRow, TimelineEntry } from '../cases/types';
import type { HistoryEvent } from './history';

/** One run of one workflow of the case or of its reports. */
export interface Run {
  workflowId: string;
  runId: string;
  workflowType: string;
  /** The program that ran it; null while unknown. */
  buildId: string | null;
  running: boolean;
  startedAt: string | null;
  events: number | null;
}

/** What checking a chain of the log found. */
export interface ChainCheck {
  chain: string;
  entries: number;
  intact: boolean;
  /** The first entry that does not fit the one before. */
  brokenAt: number | null;
  breach: 'changed' | 'removed' | 'words-changed' | 'words-removed' | null;
  /** Entries whose words were erased on request; they do not break the chain. */
  erased: number;
}

/** Facts, by version and place, that workflow, log and lists do not tell alike. */
export interface Comparison {
  agreed: number;
  missing: string[];
  different: string[];
  unexplained: string[];
  statusFits: boolean;
}

/** A case as the auditor sees it. */
export interface AuditDetail extends CaseRow {
  reports: { id: string; number: string }[];
  runs: Run[];
  chains: ChainCheck[];
  /** Null while a run of the case is out of reach. */
  comparison: Comparison | null;
  entries: TimelineEntry[];
}

export interface History {
  events: HistoryEvent[];
}

export interface Verdict {
  reproduced: boolean;
  buildId: string | null;
  /** Why not, in the program's own words. */
  message: string | null;
}
