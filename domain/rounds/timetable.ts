import { leaveBefore, readyAfter } from './breaks';
import type { Instance } from './instance';

const never = Number.POSITIVE_INFINITY;

/**
 * The times of an ordered round as arrays, so that trying a stop at a place takes a constant time. For every position
 * and every number of breaks taken until then it holds when the crew is ready there at the earliest, when it leaves,
 * and when it may be ready at the latest so that the rest still fits (Savelsbergh's forward slack, 1992, once per
 * number of breaks).
 */
export class Timetable {
  /** Nodes by position; the depot stands at 0 and at `length` + 1. */
  readonly order: Int32Array;
  length = 0;
  /** Seconds from the start of the shift until the crew is back; infinite where the round does not fit. */
  backAt = 0;
  /** By position: the most seconds that may pass between leaving the position before and being ready there. */
  readonly room: Float64Array;
  /** By position: the seconds of travel there. */
  readonly leg: Float64Array;
  /** The longest service that fits anywhere. */
  spare = 0;
  /** By position, a row for each number of breaks taken. */
  private readonly ready: Float64Array[];
  private readonly leave: Float64Array[];
  private readonly latest: Float64Array[];
  /** By position: waiting from there on, which takes up a delay. */
  private readonly absorbs: Float64Array;

  constructor(readonly instance: Instance) {
    const positions = instance.size + 1;
    const rows = () => Array.from({ length: instance.breaks.length + 1 }, () => new Float64Array(positions));
    this.order = new Int32Array(positions);
    this.room = new Float64Array(positions);
    this.leg = new Float64Array(positions);
    this.absorbs = new Float64Array(positions);
    this.ready = rows();
    this.leave = rows();
    this.latest = rows();
    for (const [k, row] of this.leave.entries()) row[0] = k === 0 ? 0 : never;
  }

  protected copyTimes(other: Timetable): void {
    const used = other.length + 2;
    const copy = (to: Float64Array | Int32Array, from: Float64Array | Int32Array) =>
      to.set(from.subarray(0, used));
    copy(this.order, other.order);
    copy(this.room, other.room);
    copy(this.leg, other.leg);
    copy(this.absorbs, other.absorbs);
    for (let k = 0; k < this.ready.length; k++) {
      copy(this.ready[k]!, other.ready[k]!);
      copy(this.leave[k]!, other.leave[k]!);
      copy(this.latest[k]!, other.latest[k]!);
    }
    this.length = other.length;
    this.backAt = other.backAt;
    this.spare = other.spare;
  }

  /** Computes all times anew. */
  protected retime(): void {
    this.forward(1);
    this.backward(this.length + 1);
    this.derive();
  }

  /** Computes times anew after a node was put at a position, with the positions after it moved on. */
  protected retimeFrom(at: number): void {
    for (const row of this.latest) row.copyWithin(at + 1, at, this.length + 1);
    this.forward(at);
    this.backward(at);
    this.derive();
  }

  /** When the crew is ready and leaves, from a position to the end. */
  private forward(from: number): void {
    const { instance, order, leg, ready, leave, length } = this;
    const { travel, size, service, opens, closes, breaks } = instance;
    for (let at = from; at <= length + 1; at++) {
      const node = order[at]!;
      const seconds = travel[order[at - 1]! * size + node]!;
      leg[at] = seconds;
      for (let k = 0; k < ready.length; k++) {
        let soonest = leave[k]![at - 1]! + seconds;
        for (let j = 0; j < k; j++) {
          soonest = Math.min(soonest, readyAfter(breaks, leave[j]![at - 1]!, seconds, j, k));
        }
        ready[k]![at] = soonest;
        const start = Math.max(soonest, opens[node]!);
        leave[k]![at] = start > closes[node]! ? never : start + service[node]!;
      }
    }
  }

  /** When the crew may be ready at the latest, from a position back to the start. */
  private backward(from: number): void {
    const { instance, order, leg, latest, length } = this;
    const { service, opens, closes, breaks, horizon } = instance;
    for (let at = from; at > 0; at--) {
      const node = order[at]!;
      for (let k = 0; k < latest.length; k++) {
        if (at > length) {
          // A break not taken on the way is taken at the depot after the return, within the shift.
          latest[k]![at] = leaveBefore(breaks, horizon, 0, k, breaks.length);
          continue;
        }
        let leaveBy = latest[k]![at + 1]! - leg[at + 1]!;
        for (let j = k + 1; j < latest.length; j++) {
          leaveBy = Math.max(leaveBy, leaveBefore(breaks, latest[j]![at + 1]!, leg[at + 1]!, k, j));
        }
        const startBy = Math.min(leaveBy - service[node]!, closes[node]!);
        latest[k]![at] = startBy < opens[node]! ? -never : startBy;
      }
    }
  }

  /** What follows from both. */
  private derive(): void {
    const { instance, order, leg, room, absorbs, ready, leave, latest, length } = this;
    this.backAt = never;
    this.spare = 0;
    absorbs[length + 1] = 0;
    for (let at = length + 1; at > 0; at--) {
      let most = -never;
      for (let k = 0; k < ready.length; k++) {
        for (let j = k; j < ready.length; j++) most = Math.max(most, latest[j]![at]! - leave[k]![at - 1]!);
      }
      room[at] = most;
      this.spare = Math.max(this.spare, most - leg[at]!);
      if (at <= length)
        absorbs[at] = absorbs[at + 1]! + Math.max(0, instance.opens[order[at]!]! - ready[0]![at]!);
    }
    for (let k = 0; k < ready.length; k++) {
      const back = ready[k]![length + 1]!;
      if (back <= latest[k]![length + 1]!) this.backAt = Math.min(this.backAt, back);
    }
  }

  /**
   * Seconds by which the crew is back later with a node put at a position: exact without breaks, an estimate with
   * them, infinite where it does not fit.
   */
  delayOf(node: number, at: number): number {
    const { instance, order, ready, leave, latest } = this;
    const { travel, size, service, opens, closes, breaks } = instance;
    const there = travel[order[at - 1]! * size + node]!;
    const on = travel[node * size + order[at]!]!;
    if (ready.length === 1) {
      const start = Math.max(leave[0]![at - 1]! + there, opens[node]!);
      if (start > closes[node]!) return never;
      const end = start + service[node]! + on;
      if (end > latest[0]![at]!) return never;
      const delay = end - ready[0]![at]!;
      return delay > 0 ? Math.max(0, delay - this.absorbs[at]!) : delay;
    }
    let least = never;
    for (let i = 0; i < ready.length; i++) {
      for (let j = i; j < ready.length; j++) {
        const start = Math.max(readyAfter(breaks, leave[i]![at - 1]!, there, i, j), opens[node]!);
        if (start > closes[node]!) continue;
        for (let k = j; k < ready.length; k++) {
          const end = readyAfter(breaks, start + service[node]!, on, j, k);
          if (end <= latest[k]![at]!) least = Math.min(least, end - ready[k]![at]!);
        }
      }
    }
    return least;
  }
}
