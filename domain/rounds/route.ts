import { leaveBefore, readyAfter } from './breaks';
import type { Outcome } from './goal';
import type { Instance } from './instance';

const never = Number.POSITIVE_INFINITY;

/**
 * An ordered round as arrays, so that trying a stop at a place takes a constant time. For every position and every
 * number of breaks taken until then it holds when the crew is ready there at the earliest, when it leaves, and when
 * it may be ready at the latest so that the rest still fits (Savelsbergh's forward slack, once per number of breaks).
 */
export class Route implements Outcome {
  /** Nodes by position; the depot stands at 0 and at `length` + 1. */
  readonly order: Int32Array;
  length = 0;
  /** How many of them are of phase 0; they come first. */
  first = 0;
  load = 0;
  value = 0;
  pull = 0;
  travelled = 0;
  backAt = 0;
  /** By position, `stride` apart for each number of breaks taken. */
  private readonly ready: Float64Array;
  private readonly leave: Float64Array;
  private readonly latest: Float64Array;
  /** Waiting from a position on, which takes up a delay there. */
  private readonly absorbs: Float64Array;
  private readonly stride: number;
  private readonly layers: number;

  constructor(readonly instance: Instance) {
    this.stride = instance.size + 2;
    this.layers = instance.breaks.length + 1;
    this.order = new Int32Array(this.stride);
    this.ready = new Float64Array(this.stride * this.layers);
    this.leave = new Float64Array(this.stride * this.layers);
    this.latest = new Float64Array(this.stride * this.layers);
    this.absorbs = new Float64Array(this.stride);
    this.leave.fill(never);
    this.leave[0] = 0;
  }

  /** Takes over another round of the same instance. */
  copy(other: Route): void {
    const used = (this.layers - 1) * this.stride + other.length + 2;
    this.order.set(other.order.subarray(0, other.length + 2));
    this.ready.set(other.ready.subarray(0, used));
    this.leave.set(other.leave.subarray(0, used));
    this.latest.set(other.latest.subarray(0, used));
    this.absorbs.set(other.absorbs.subarray(0, other.length + 2));
    this.length = other.length;
    this.first = other.first;
    this.load = other.load;
    this.value = other.value;
    this.pull = other.pull;
    this.travelled = other.travelled;
    this.backAt = other.backAt;
  }

  /** The round becomes these nodes in this order. */
  set(nodes: ArrayLike<number>, count = nodes.length): void {
    const { travel, size } = this.instance;
    this.length = this.first = this.load = this.value = this.pull = this.travelled = 0;
    let before = 0;
    for (let p = 1; p <= count; p++) {
      const node = nodes[p - 1]!;
      this.order[p] = node;
      this.count(node);
      this.travelled += travel[before * size + node]!;
      before = node;
    }
    this.order[0] = this.order[count + 1] = 0;
    this.travelled += travel[before * size]!;
    this.forward(1);
    this.backward(count + 1);
  }

  /** Puts a node at a position; what stood there and after it moves on. */
  insert(node: number, at: number): void {
    const { travel, size } = this.instance;
    const before = this.order[at - 1]!;
    const after = this.order[at]!;
    this.order.copyWithin(at + 1, at, this.length + 2);
    this.order[at] = node;
    this.count(node);
    this.travelled +=
      travel[before * size + node]! + travel[node * size + after]! - travel[before * size + after]!;
    for (let k = 0; k < this.layers; k++) {
      const row = k * this.stride;
      this.latest.copyWithin(row + at + 1, row + at, row + this.length + 1);
    }
    this.forward(at);
    this.backward(at);
  }

  private count(node: number): void {
    const { phase, load, value, pull } = this.instance;
    this.length += 1;
    this.first += phase[node] === 0 ? 1 : 0;
    this.load += load[node]!;
    this.value += value[node]!;
    this.pull += pull[node]!;
  }

  /** Computes times from a position to the end. */
  private forward(from: number): void {
    const { instance, order, ready, leave, stride, layers, length } = this;
    const { travel, size, service, opens, closes, breaks } = instance;
    for (let p = from; p <= length + 1; p++) {
      const node = order[p]!;
      const leg = travel[order[p - 1]! * size + node]!;
      for (let k = 0; k < layers; k++) {
        let soonest = leave[k * stride + p - 1]! + leg;
        for (let j = 0; j < k; j++) {
          const left = leave[j * stride + p - 1]!;
          if (left < never) soonest = Math.min(soonest, readyAfter(breaks, left, leg, j, k));
        }
        ready[k * stride + p] = soonest;
        const start = Math.max(soonest, opens[node]!);
        leave[k * stride + p] = start > closes[node]! ? never : start + service[node]!;
      }
    }
  }

  /** Computes the latest times from a position back to the start, and what follows from both. */
  private backward(from: number): void {
    const { instance, order, ready, latest, absorbs, stride, layers, length } = this;
    const { travel, size, service, opens, closes, breaks, horizon } = instance;
    let p = from;
    if (p > length) {
      // A break not taken on the way is taken at the depot after the return, within the shift.
      for (let k = 0; k < layers; k++) {
        latest[k * stride + p] = leaveBefore(breaks, horizon, 0, k, layers - 1);
      }
      absorbs[p] = 0;
      p -= 1;
    }
    for (; p > 0; p--) {
      const node = order[p]!;
      const leg = travel[node * size + order[p + 1]!]!;
      for (let k = 0; k < layers; k++) {
        let leaveBy = latest[k * stride + p + 1]! - leg;
        for (let j = k + 1; j < layers; j++) {
          leaveBy = Math.max(leaveBy, leaveBefore(breaks, latest[j * stride + p + 1]!, leg, k, j));
        }
        const startBy = Math.min(leaveBy - service[node]!, closes[node]!);
        latest[k * stride + p] = startBy < opens[node]! ? -never : startBy;
      }
    }
    this.backAt = never;
    for (let k = 0; k < layers; k++) {
      const end = k * stride + length + 1;
      if (ready[end]! <= latest[end]!) this.backAt = Math.min(this.backAt, ready[end]!);
    }
    if (layers === 1) {
      absorbs[length + 1] = 0;
      for (p = length; p > 0; p--) {
        absorbs[p] = absorbs[p + 1]! + Math.max(0, opens[order[p]!]! - ready[p]!);
      }
    }
  }

  /**
   * Seconds by which the crew is back later with a node put at a position: exact without breaks, an estimate with
   * them, infinite where it does not fit.
   */
  delayOf(node: number, at: number): number {
    const { instance, order, ready, leave, latest, stride, layers } = this;
    const { travel, size, service, opens, closes } = instance;
    const after = order[at]!;
    const there = travel[order[at - 1]! * size + node]!;
    const on = travel[node * size + after]!;
    const opening = opens[node]!;
    if (layers === 1) {
      const start = Math.max(leave[at - 1]! + there, opening);
      if (start > closes[node]!) return never;
      const readyAfter = start + service[node]! + on;
      if (readyAfter > latest[at]!) return never;
      const delay = readyAfter - ready[at]!;
      return delay > 0 ? Math.max(0, delay - this.absorbs[at]!) : delay;
    }
    let least = never;
    for (let i = 0; i < layers; i++) {
      const left = leave[i * stride + at - 1]!;
      if (left === never) continue;
      for (let j = i; j < layers; j++) {
        const start = Math.max(readyAfter(instance.breaks, left, there, i, j), opening);
        if (start > closes[node]!) continue;
        for (let k = j; k < layers; k++) {
          const end = readyAfter(instance.breaks, start + service[node]!, on, j, k);
          if (end > latest[k * stride + at]!) continue;
          const before = ready[k * stride + at]!;
          least = Math.min(least, before < never ? end - before : service[node]! + there + on);
        }
      }
    }
    return least;
  }
}
