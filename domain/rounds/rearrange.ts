import type { Instance } from './instance';
import type { Random } from './random';
import type { Route } from './route';

/** At most so many stops move together. */
const longestPiece = 10;

/**
 * Moves a piece of a round to another place, turned around or not: 2-opt, or-opt and swaps of neighbours are among
 * these moves. The answer is false, and the round as it was, where locks, phases or times forbid it.
 */
export function createRearrange(
  { size, prefix, chain, phase }: Instance,
  random: Random,
): (route: Route) => boolean {
  const moved = new Int32Array(size);
  const rank = new Int32Array(size).fill(-1);
  for (const [index, node] of chain.entries()) rank[node] = index;

  function keepsOrder(length: number): boolean {
    let lastPhase = 0;
    let lastRank = -1;
    for (let i = prefix.length; i < length; i++) {
      const node = moved[i]!;
      if (phase[node]! < lastPhase) return false;
      lastPhase = phase[node]!;
      if (rank[node] === -1) continue;
      if (rank[node]! < lastRank) return false;
      lastRank = rank[node]!;
    }
    return true;
  }

  return (route) => {
    const { length, order } = route;
    const span = length - prefix.length;
    if (span < 2) return false;
    const count = 1 + random.below(Math.min(longestPiece, span));
    const start = prefix.length + random.below(span - count + 1);
    const target = prefix.length + random.below(span - count + 1);
    const turned = target === start || random.next() < 0.5;
    for (let i = 0, from = 0; i < length; i++) {
      const within = i - target;
      if (within >= 0 && within < count) {
        moved[i] = order[1 + start + (turned ? count - 1 - within : within)]!;
        continue;
      }
      if (from === start) from += count;
      moved[i] = order[1 + from++]!;
    }
    if (!keepsOrder(length)) return false;
    route.set(moved, length);
    return route.backAt < Number.POSITIVE_INFINITY;
  };
}
