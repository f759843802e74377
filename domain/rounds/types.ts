/**
 * The words of a round's planning. Every instant is whole seconds since the epoch, every duration whole
 * seconds, every place WGS84.
 */

/** WGS84 degrees, longitude first, as GeoJSON has it. */
export type Place = readonly [longitude: number, latitude: number];

/** How long crews drive. A matrix of real roads takes the place of `streetTravel` behind this. */
export interface TravelTimes {
  /** Seconds from the place of the row to the place of the column; zero on the diagonal. */
  matrix(places: readonly Place[]): Promise<number[][]>;
}

/** Bands of priority, the most urgent first. */
export type Band = 'P1' | 'P2' | 'P3' | 'P4';

/** From `from` to `to`, both included, in seconds since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** A case to visit. */
export interface Stop {
  id: string;
  band: Band;
  /** 0 to 100, whole. Less than 1 counts as 1: what fits is served. */
  priority: number;
  /** How long the crew works there, in seconds. */
  serviceSeconds: number;
  /** What the crew must be able to do, by code; empty for what anybody can. */
  skills: readonly string[];
  /** Work begins within it; the crew waits where it comes too early. */
  window?: Span | null;
  /** Served in any case, and never in another order than the other locked stops. */
  locked?: boolean;
}

/** A pause of the crew: begins within `earliest` and `latest`, on the way or between two stops, never during one. */
export interface Break {
  earliest: number;
  latest: number;
  seconds: number;
}

export interface RoundProblem {
  /** In any order; ids are unique. */
  stops: readonly Stop[];
  /**
   * Seconds of travel, from row to column; index 0 is the depot, i + 1 is `stops[i]`. Row 0 is where the crew
   * starts and column 0 where it returns, so a crew already on its way has its own position in row 0. Parts of a
   * second are rounded; where the way past another stop is shorter, the crew takes it.
   */
  travel: readonly (readonly number[])[];
  /** The crew leaves at `from` and is back by `to`. */
  shift: Span;
  /** In the order in which they are taken. */
  breaks: readonly Break[];
  /** What the crew can do, by code. */
  skills: readonly string[];
}

export interface PlanOptions {
  /** The same problem, order, iterations and seed give the same plan, unless `keepGoing` ends it early. */
  seed: number;
  /** The ids in their present order; it says which locked stops lead the round and in which order the others are. */
  current?: readonly string[];
  /** How long to search, in tries; without it, what suits the number of stops. */
  iterations?: number;
  /** Asked often; on false the best plan so far is the answer. */
  keepGoing?: () => boolean;
}

/** A stop of a plan: arrival, begin and end of the work. */
export interface PlannedStop {
  id: string;
  arriveAt: number;
  startAt: number;
  leaveAt: number;
}

/** A break of a plan; one that starts at or after `backAt` is taken at the depot. */
export interface PlannedBreak {
  startAt: number;
  endAt: number;
}

/**
 * Why a stop is left out:
 * `skill` the crew lacks one, `too-long` even alone it would not be back in time, `window` even alone it
 * could not begin within the window, `no-time` it would fit alone, but what is served counts for more.
 */
export type LeftWhy = 'skill' | 'too-long' | 'window' | 'no-time';

/**
 * What the locks break, as they are kept in any case: a locked stop begins after its `window` or needs a
 * `skill` that the crew lacks; without an id, the crew is back after the end of the `shift` or begins a
 * `break` late.
 */
export interface Conflict {
  id: string | null;
  why: 'window' | 'skill' | 'shift' | 'break';
}

export interface RoundPlan {
  /** In the order of the visits. */
  stops: PlannedStop[];
  breaks: PlannedBreak[];
  /** When the crew is back at the depot. */
  backAt: number;
  /** Seconds of travel alone: without waiting, breaks and work. */
  travelSeconds: number;
  /** Sum of the priorities served, locked stops included. */
  served: number;
  /** Every stop that is not served. */
  left: { id: string; why: LeftWhy }[];
  /** Empty unless the locked stops alone do not fit. */
  conflicts: Conflict[];
}
