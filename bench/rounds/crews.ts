import type { Instance } from '../../domain/rounds/instance';
import { createRandom } from '../../domain/rounds/random';
import { search } from '../../domain/rounds/search';
import type { Published } from './vrplib';

const ATTEMPTS = 3;

/**
 * Plans one crew after the other, each with what those before it have left, by the planner's own search: a second of
 * travel has a price here, and the vehicle a load. Ends when a crew would not earn its way.
 * @param seconds how long each crew's round is searched
 * @returns the routes, nodes in the order of the visits
 */
export function crewByCrew(problem: Published, seconds: number): number[][] {
  const routes: number[][] = [];
  const left = new Set(problem.prize.keys());
  left.delete(0);
  while (routes.length < problem.vehicles && left.size > 0) {
    const nodes = [0, ...left];
    const found = oneCrew(problem, nodes, seconds, routes.length + 1);
    if (found.length === 0) break;
    for (const node of found) left.delete(node);
    routes.push(found);
  }
  return routes;
}

/** A round that earns its way; where none is found, the search begins again with another seed before it gives up. */
function oneCrew(problem: Published, nodes: readonly number[], seconds: number, seed: number): number[] {
  const instance = instanceOf(problem, nodes);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const until = performance.now() + seconds * 1000;
    const route = search(instance, {
      random: createRandom(seed + attempt * 1000),
      iterations: triesFor(nodes.length, seconds),
      keepGoing: () => performance.now() < until,
    });
    if (route.value > route.travelled)
      return [...route.order.subarray(1, route.length + 1)].map((node) => nodes[node]!);
  }
  return [];
}

/** The search cools over its tries: about so many pass in the time; `keepGoing` has the last word. */
const triesFor = (stops: number, seconds: number) => Math.round((seconds * 6_000_000) / stops);

/** The problem of one vehicle for these nodes, the depot first. */
function instanceOf(problem: Published, nodes: readonly number[]): Instance {
  const pick = (of: ArrayLike<number>) => Float64Array.from(nodes, (node) => of[node]!);
  const prizes = pick(problem.prize);
  return {
    size: nodes.length,
    travel: Float64Array.from(
      nodes.flatMap((from) => nodes.map((to) => problem.travel[from * problem.size + to]!)),
    ),
    service: pick(problem.service),
    opens: pick(problem.opens),
    closes: Float64Array.from(nodes, (node) =>
      node === 0 ? Number.POSITIVE_INFINITY : problem.closes[node]!,
    ),
    value: prizes,
    pull: prizes,
    phase: new Uint8Array(nodes.length),
    load: pick(problem.load),
    capacity: problem.capacity,
    horizon: problem.closes[0]!,
    breaks: [],
    travelPrice: 1,
    prefix: [],
    chain: [],
    free: nodes.slice(1).map((_, index) => index + 1),
  };
}
