import type { Instance } from './instance';
import { locksOf, phasesOf } from './locks';
import type { RoundProblem, Stop } from './types';

/**
 * A P1 point counts this many others while the search explores: enough to be given up last, not so much that the
 * search never looks beyond the P1 stops it has.
 */
const firstPull = 20;

/** What serving a stop counts at the least, so that what fits is served. */
export const worthOf = ({ priority }: Stop) => Math.max(1, priority);

/** Puts a problem into the arrays that the search works on. */
export function compile(problem: RoundProblem, current: readonly string[]): Instance {
  const { stops, travel, shift, breaks } = problem;
  const locks = locksOf(stops, current);
  const perNode = (depot: number, of: (stop: Stop) => number) => Float64Array.from([depot, ...stops.map(of)]);
  // One P1 point outweighs everything else together.
  const others = stops.reduce((sum, stop) => sum + (stop.band === 'P1' ? 0 : worthOf(stop)), 0);
  const weighed = (first: number) =>
    perNode(0, (stop) => worthOf(stop) * (stop.band === 'P1' ? Math.min(first, others + 1) : 1));
  const never = Number.POSITIVE_INFINITY;
  return {
    size: stops.length + 1,
    travel: shortestWays(travel),
    service: perNode(0, ({ serviceSeconds }) => serviceSeconds),
    opens: perNode(0, ({ window }) => (window ? Math.max(0, window.from - shift.from) : 0)),
    closes: perNode(never, ({ window }) => (window ? window.to - shift.from : never)),
    value: weighed(never),
    pull: weighed(firstPull),
    phase: phasesOf(stops, locks),
    load: new Float64Array(stops.length + 1),
    capacity: 0,
    horizon: shift.to - shift.from,
    breaks: breaks.map(({ earliest, latest, seconds }) => ({
      earliest: Math.max(0, earliest - shift.from),
      latest: latest - shift.from,
      seconds,
    })),
    travelPrice: 0,
    ...locks,
    free: stops.flatMap((stop, index) => (!stop.locked && isAble(problem, stop) ? [index + 1] : [])),
  };
}

/** Whether the crew has all the skills that a stop needs. */
export const isAble = ({ skills }: RoundProblem, stop: Stop) =>
  stop.skills.every((skill) => skills.includes(skill));

/** Whole seconds; where the way past another stop is shorter, the crew takes it (Floyd and Warshall). */
function shortestWays(travel: RoundProblem['travel']): Float64Array {
  const size = travel.length;
  const ways = Float64Array.from(travel.flat(), Math.round);
  // Not past node 0, whose row may be the crew's own position and not the depot.
  for (let via = 1; via < size; via++) {
    for (let from = 0; from < size; from++) {
      const there = ways[from * size + via]!;
      for (let to = 0; to < size; to++) {
        const way = there + ways[via * size + to]!;
        if (way < ways[from * size + to]!) ways[from * size + to] = way;
      }
    }
  }
  return ways;
}
