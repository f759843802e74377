import type { Breaks } from './breaks';

/**
 * What the search works on: node 0 is the depot, the others are stops; times are seconds from the start of the
 * shift. `compile` makes it of a crew's round; a published instance fills it too (bench/rounds).
 */
export interface Instance {
  /** Nodes, the depot included. */
  size: number;
  /** Travel from row to column, row after row. */
  travel: Float64Array;
  service: Float64Array;
  /** Work begins at `opens` at the earliest and at `closes` at the latest. */
  opens: Float64Array;
  closes: Float64Array;
  /** What serving a node counts for the plan, in whole numbers. */
  value: Float64Array;
  /** What it counts on the way there, while the search still lets go of good nodes to find better rounds. */
  pull: Float64Array;
  /** Nodes of phase 0 are visited before those of phase 1. */
  phase: Uint8Array;
  /** What a node takes of the vehicle's `capacity`; nothing in a crew's round. */
  load: Float64Array;
  capacity: number;
  /** The crew is back by then. */
  horizon: number;
  breaks: Breaks;
  /** What a second of travel costs in units of value: 0 in a crew's round, where any value outweighs all travel. */
  travelPrice: number;
  /** The first nodes of the round, in this order; of phase 0. */
  prefix: readonly number[];
  /** Nodes that are served in this order, others between them. */
  chain: readonly number[];
  /** Nodes that may be served. */
  free: readonly number[];
}
