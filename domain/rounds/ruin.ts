import type { Instance } from './instance';
import type { Random } from './random';
import type { Route } from './route';

/** At most so many stops are taken out at once. */
export const mostRuined = 10;

/**
 * Takes a few stops out of a round, locked ones excepted: a string of neighbours, some here and there, or those near
 * a stop (after "Slack induction by string removals", Christiaens and Vanden Berghe, 2020).
 */
export function createRuin(instance: Instance, random: Random): (route: Route) => void {
  const { size, prefix, chain, free, travel } = instance;
  const kept = new Int32Array(size);
  const drop = new Uint8Array(size + 1);
  const locked = new Uint8Array(size);
  for (const node of [...prefix, ...chain]) locked[node] = 1;
  const from = prefix.length + 1;

  function dropNear(seed: number, count: number, route: Route) {
    for (let left = count; left > 0; left--) {
      let nearest = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let at = from; at <= route.length; at++) {
        if (drop[at] === 1) continue;
        const distance = travel[seed * size + route.order[at]!]! * (0.5 + random.next());
        if (distance >= least) continue;
        least = distance;
        nearest = at;
      }
      drop[nearest] = 1;
    }
  }

  return (route) => {
    const span = route.length - from + 1;
    if (span < 1) return;
    const count = 1 + random.below(Math.min(mostRuined, span));
    drop.fill(0);
    const way = random.next();
    if (way < 0.5) {
      const start = from + random.below(span - count + 1);
      drop.fill(1, start, start + count);
    } else if (way < 0.75) {
      for (let i = 0; i < count; i++) drop[from + random.below(span)] = 1;
    } else {
      dropNear(free[random.below(free.length)]!, count, route);
    }
    let length = 0;
    for (let at = 1; at <= route.length; at++) {
      const node = route.order[at]!;
      if (drop[at] === 0 || locked[node] === 1) kept[length++] = node;
    }
    route.set(kept, length);
  };
}
