import { better } from './goal';
import type { Instance } from './instance';
import type { Random } from './random';
import { createRearrange } from './rearrange';
import { createRecreate, type Prices } from './recreate';
import { Route } from './route';
import { createRuin } from './ruin';

export interface Limits {
  random: Random;
  iterations: number;
  /** Asked before every try. */
  keepGoing: () => boolean;
}

const nothing: Prices = { back: 0, travel: 0 };
/** So often the search warms up again: first from rounds full of whatever fits, then from the best round so far. */
const freshCycles = 3;
const cycles = 6;

/**
 * Ruin and recreate under simulated annealing. It explores by one weighed sum, in which a second of the crew's day
 * has a price, and keeps what is best by the plan's own goal. Where not even the locked stops fit, the answer is the
 * round of these.
 */
export function search(instance: Instance, { random, iterations, keepGoing }: Limits): Route {
  const { prefix, chain, free, pull, travelPrice } = instance;
  const [ruin, rearrange] = [createRuin(instance, random), createRearrange(instance, random)];
  const recreate = createRecreate(instance, random);
  const best = new Route(instance);
  best.set([...prefix, ...chain]);
  if (best.backAt === Number.POSITIVE_INFINITY || free.length === 0) return best;
  let current = new Route(instance);
  let next = new Route(instance);
  const mean = free.reduce((sum, node) => sum + pull[node]!, 0) / free.length;
  const perCycle = Math.ceil(iterations / cycles);
  let prices = nothing;
  const weight = (route: Route) => prices.back * route.backAt + prices.travel * route.travelled - route.pull;
  recreate(best, prices, 0);
  for (let i = 0; i < iterations && keepGoing(); i++) {
    if (i % perCycle === 0) {
      if (i < freshCycles * perCycle) {
        current.set([...prefix, ...chain]);
        recreate(current, nothing, 0);
      } else current.copy(best);
      prices = pricesAt(best, travelPrice);
    }
    const hot = mean * 0.5;
    const cold = travelPrice > 0 ? mean * 0.001 : prices.back * 20;
    const temperature = hot * (cold / hot) ** ((i % perCycle) / perCycle);
    next.copy(current);
    if (random.next() < 0.4) {
      if (!rearrange(next)) continue;
    } else ruin(next);
    recreate(next, prices, temperature);
    if (better(instance, next, best)) best.copy(next);
    if (weight(next) <= weight(current) - temperature * Math.log(1 - random.next()))
      [current, next] = [next, current];
  }
  return best;
}

/** A fraction of what the crew earns a second: dear enough to save time for more stops, too cheap to give stops up. */
function pricesAt(best: Route, travelPrice: number): Prices {
  const back = (0.1 * Math.max(1, best.pull)) / Math.max(1, best.backAt);
  return travelPrice > 0 ? { back: 0, travel: travelPrice } : { back, travel: back * 0.001 };
}
