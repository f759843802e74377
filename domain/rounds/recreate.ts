import type { Instance } from './instance';
import type { Random } from './random';
import type { Route } from './route';

/** How the search weighs a round while it explores. */
export interface Prices {
  /** Of a second of the crew's day, in units of pull. */
  back: number;
  /** Of a second of travel. */
  travel: number;
}

/** Puts stops that are left out where they cost least; `tolerance` is how much dearer than worth one may be. */
export type Recreate = (route: Route, prices: Prices, tolerance: number) => void;

/**
 * Each time in another order: what counts most per time spent, what counts most, what is near the depot, or any. Now
 * and then a stop or a place is passed over, so that the same round is not made again and again.
 */
export function createRecreate(instance: Instance, random: Random): Recreate {
  const { size, free, prefix, travel, service, pull, phase, load, capacity, travelPrice } = instance;
  const near = (node: number) => travel[node]! + travel[node * size]!;
  const nearest = (node: number) =>
    Math.min(...free.map((other) => (other === node ? Infinity : travel[node * size + other]!)));
  const spent = new Map(free.map((node) => [node, Math.max(1, service[node]! + nearest(node))]));
  const perTime = (node: number) => pull[node]! / spent.get(node)!;
  const sorted = (by: (node: number) => number) => Int32Array.from([...free].sort((a, b) => by(b) - by(a)));
  const orders = [
    sorted(perTime),
    sorted(perTime),
    sorted((node) => pull[node]!),
    sorted((node) => -near(node)),
  ];
  const any = Int32Array.from(free);
  const arounds = new Map<number, Int32Array>();
  const inside = new Uint8Array(size);

  function shuffle() {
    for (let i = any.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      const node = any[i]!;
      any[i] = any[j]!;
      any[j] = node;
    }
    return any;
  }

  /** The stops from the nearest to a stop on, so that a whole quarter moves together. */
  function around(node: number) {
    const known = arounds.get(node) ?? sorted((other) => -travel[node * size + other]!);
    arounds.set(node, known);
    return known;
  }

  function nextOrder() {
    const way = random.next();
    if (way < 0.1) return around(free[random.below(free.length)]!);
    return way < 0.35 ? shuffle() : orders[random.below(orders.length)]!;
  }

  return (route, prices, tolerance) => {
    inside.fill(0);
    for (let at = 1; at <= route.length; at++) inside[route.order[at]!] = 1;
    const skipStop = 0.08 * random.next() ** 3;
    const skipPlace = random.next() ** 3;
    const order = nextOrder();
    for (let i = 0; i < order.length; i++) {
      const node = order[i]!;
      if (
        inside[node] === 1 ||
        service[node]! > route.spare ||
        route.load + load[node]! > capacity ||
        random.next() < skipStop
      )
        continue;
      const from = (phase[node] === 0 ? prefix.length : route.first) + 1;
      const to = (phase[node] === 0 ? route.first : route.length) + 1;
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let at = from; at <= to; at++) {
        const detour = route.detourOf(node, at);
        if (service[node]! + detour > route.room[at]! - route.leg[at]!) continue;
        const delay = route.delayOf(node, at);
        if (delay === Number.POSITIVE_INFINITY) continue;
        const cost = prices.back * delay + prices.travel * detour;
        if (cost >= least || random.next() < skipPlace) continue;
        least = cost;
        best = at;
      }
      if (best === 0) continue;
      const dear = travelPrice > 0 && least > pull[node]! - tolerance * Math.log(1 - random.next());
      if (!dear) route.insert(node, best);
    }
  };
}
