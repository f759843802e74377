import type { ErrorCode } from '../../domain/errors';
import type { Errand } from '../../domain/round/errands';
import type { RoundFact } from '../../domain/round/facts';
import type { RoundOpening } from '../../domain/round/open';
import type { RoundState } from '../../domain/round/state';
import type { RoundDone } from './messages';

/** How a run left a round: what it had decided, and what it had not told the cases for certain. */
export interface RoundSnapshot {
  state: RoundState;
  errands: Errand[];
}

/** What the database knows of a round when its workflow begins. */
export interface LoadedRound {
  opening: RoundOpening;
  /** Null for a round that was just dispatched. */
  snapshot: RoundSnapshot | null;
  /** What its log says was carried out. */
  done: RoundDone[];
}

/** What the round's workflow asks of the world. Every one is idempotent. */
export interface RoundPorts {
  loadRound(roundId: string): Promise<LoadedRound>;

  /**
   * The projection: round, stops with their expected times anew, entries of the round's chain, in one transaction.
   * `version` orders the writes; an older one never overwrites; a fact is identified by version and place.
   */
  recordRound(input: RoundSnapshot & { facts: RoundFact[] }): Promise<void>;

  /**
   * Gives a case a command of its own; one whose purpose is reached already is not given. `ours`: whatever the case
   * says, this crew has the work.
   */
  commandCase(input: { crewId: string } & Errand): Promise<{ refused: ErrorCode | null; ours: boolean }>;

  /** Keeps the history of the run that ends, with the build that ran it. */
  archiveHistory(input: { workflowId: string; runId: string }): Promise<void>;
}
