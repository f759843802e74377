import type { Outcome } from './goal';
import { Timetable } from './timetable';

/** A round under construction: its stops in order, their times and what they come to. */
export class Route extends Timetable implements Outcome {
  /** How many stops are of phase 0; they come first. */
  first = 0;
  load = 0;
  value = 0;
  pull = 0;
  travelled = 0;

  /** Takes over another round of the same instance. */
  copy(other: Route): void {
    this.copyTimes(other);
    this.first = other.first;
    this.load = other.load;
    this.value = other.value;
    this.pull = other.pull;
    this.travelled = other.travelled;
  }

  /** The round becomes these nodes in this order. */
  set(nodes: ArrayLike<number>, count = nodes.length): void {
    this.length = this.first = this.load = this.value = this.pull = this.travelled = 0;
    for (let i = 0; i < count; i++) {
      this.order[i + 1] = nodes[i]!;
      this.count(nodes[i]!);
    }
    this.order[count + 1] = 0;
    this.retime();
    for (let at = 1; at <= count + 1; at++) this.travelled += this.leg[at]!;
  }

  /** Seconds of travel that a node adds at a position. */
  detourOf(node: number, at: number): number {
    const { travel, size } = this.instance;
    return (
      travel[this.order[at - 1]! * size + node]! + travel[node * size + this.order[at]!]! - this.leg[at]!
    );
  }

  /** Puts a node at a position; what stood there and after it moves on. */
  insert(node: number, at: number): void {
    this.travelled += this.detourOf(node, at);
    this.order.copyWithin(at + 1, at, this.length + 2);
    this.order[at] = node;
    this.count(node);
    this.retimeFrom(at);
  }

  private count(node: number): void {
    const { phase, load, value, pull } = this.instance;
    this.length += 1;
    this.first += phase[node] === 0 ? 1 : 0;
    this.load += load[node]!;
    this.value += value[node]!;
    this.pull += pull[node]!;
  }
}
