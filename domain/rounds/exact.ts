import { leaveBefore, readyAfter } from './breaks';
import { better, type Outcome } from './goal';
import type { Instance } from './instance';
import { Route } from './route';

/** A way through a set of stops to the last of them. */
interface Label {
  node: number;
  /** How many breaks are taken. */
  taken: number;
  leave: number;
  travelled: number;
  before: Label | null;
}

/**
 * The best round of a few stops, by dynamic programming over all their sets (Held and Karp, 1962): of the ways through
 * one set to one stop with the same breaks taken it keeps those that no other beats in both time and travel. Time
 * and memory double with each stop.
 */
export function solveExactly(instance: Instance, keepGoing: () => boolean): Route {
  const { prefix, chain, free, phase, value, breaks, horizon } = instance;
  const locked = [...prefix, ...chain];
  const nodes = [...locked, ...free];
  const allLocked = (1 << locked.length) - 1;
  const later = nodes.reduce((set, node, bit) => set | (phase[node] === 1 ? 1 << bit : 0), 0);
  /** The ways through each set, by its last stop and the breaks taken. */
  const ways = new Map<number, Label[][]>();
  const slot = (bit: number, taken: number) => bit * (breaks.length + 1) + taken;
  let best: (Outcome & { last: Label }) | null = null;

  function mayFollow(set: number, bit: number): boolean {
    if ((set & (1 << bit)) !== 0 || (phase[nodes[bit]!] === 0 && (set & later) !== 0)) return false;
    const missing = locked.findIndex((_, index) => (set & (1 << index)) === 0);
    return bit === missing || (bit >= locked.length && (missing < 0 || missing >= prefix.length));
  }

  function end(set: number, last: Label) {
    let sum = 0;
    for (const [bit, node] of nodes.entries()) if ((set & (1 << bit)) !== 0) sum += value[node]!;
    const travelled = last.travelled + legOf(instance, last.node, 0);
    for (let taken = last.taken; taken <= breaks.length; taken++) {
      const backAt = readyAfter(breaks, last.leave, legOf(instance, last.node, 0), last.taken, taken);
      if (backAt > leaveBefore(breaks, horizon, 0, taken, breaks.length)) continue;
      const found = { value: sum, backAt, travelled, last };
      if (!best || better(instance, found, best)) best = found;
    }
  }

  function extend(set: number, last: Label, bit: number) {
    const node = nodes[bit]!;
    const key = set | (1 << bit);
    const there = ways.get(key) ?? Array.from({ length: slot(nodes.length, 0) }, (): Label[] => []);
    ways.set(key, there);
    for (let taken = last.taken; taken <= breaks.length; taken++) {
      const leave = leaveAfter(instance, last, node, taken);
      if (leave > horizon) continue;
      const travelled = last.travelled + legOf(instance, last.node, node);
      const others = there[slot(bit, taken)]!;
      if (others.some((other) => other.leave <= leave && other.travelled <= travelled)) continue;
      const kept = others.filter((other) => other.leave < leave || other.travelled < travelled);
      there[slot(bit, taken)] = [...kept, { node, taken, leave, travelled, before: last }];
    }
  }

  const start: Label = { node: 0, taken: 0, leave: 0, travelled: 0, before: null };
  for (let set = 0; set < 1 << nodes.length && keepGoing(); set++) {
    const labels = set === 0 ? [start] : (ways.get(set)?.flat() ?? []);
    ways.delete(set);
    if (labels.length === 0) continue;
    if ((set & allLocked) === allLocked) for (const label of labels) end(set, label);
    for (let bit = 0; bit < nodes.length; bit++) {
      if (mayFollow(set, bit)) for (const label of labels) extend(set, label, bit);
    }
  }
  const order = best ? orderOf((best as { last: Label }).last) : locked;
  const route = new Route(instance);
  route.set(order);
  return route;
}

const legOf = ({ travel, size }: Instance, from: number, to: number) => travel[from * size + to]!;

/** When the crew leaves a node that it goes to next, so many breaks taken until then; infinite where it is too late. */
function leaveAfter(instance: Instance, last: Label, node: number, taken: number): number {
  const ready = readyAfter(instance.breaks, last.leave, legOf(instance, last.node, node), last.taken, taken);
  const begin = Math.max(ready, instance.opens[node]!);
  return begin > instance.closes[node]! ? Number.POSITIVE_INFINITY : begin + instance.service[node]!;
}

function orderOf(last: Label): number[] {
  const order: number[] = [];
  for (let label = last; label.before; label = label.before) order.unshift(label.node);
  return order;
}
