import { DomainError } from '../errors';
import type { Interval } from './clock';

/** A stretch of time in epoch milliseconds, its end not included; `to` may be Infinity. */
export interface Span {
  from: number;
  to: number;
}

/** Around the clock: time that never closes. */
export const always = (from: number): Span[] => [{ from, to: Infinity }];

/** The pauses that have ended, sorted, overlaps counted once. */
export function endedPauses(pauses: Interval[]): Span[] {
  const sorted = pauses
    .flatMap(({ from, to }) => (to !== null && to > from ? [{ from, to }] : []))
    .sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** What is left of ascending windows outside ascending, disjoint holes. */
export function* without(windows: Iterable<Span>, holes: Span[]): Generator<Span> {
  for (const window of windows) {
    let from = window.from;
    for (const hole of holes) {
      if (hole.to <= from || hole.from >= window.to) continue;
      if (hole.from > from) yield { from, to: hole.from };
      from = hole.to;
    }
    if (from < window.to) yield { from, to: window.to };
  }
}

/** The earliest instant at which `amount` ms of the ascending windows have passed since `start`. */
export function advance(start: number, windows: Iterable<Span>, amount: number): number {
  if (amount <= 0) return start;
  let left = amount;
  for (const { from, to } of windows) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  throw new DomainError('invalid-input', { minutes: 'too-long' });
}
