import type { Break } from './types';

/** Break `k` (counted from 0) is the next when `k` are taken. Times are relative to the start of the shift. */
export type Breaks = readonly Break[];

/**
 * A leg on which the breaks `from` to `to` - 1 are taken. A break interrupts travel and waiting where it has to, so
 * the crew is ready at the far end once both travel and breaks are done; the first break may begin as soon as the
 * crew leaves.
 * @returns when the crew is ready at the far end; infinite where a break cannot begin in time
 */
export function readyAfter(breaks: Breaks, leave: number, travel: number, from: number, to: number): number {
  let idle = leave;
  let ready = leave + travel;
  for (let k = from; k < to; k++) {
    const { earliest, latest, seconds } = breaks[k]!;
    if (idle > latest) return Number.POSITIVE_INFINITY;
    idle = Math.max(idle, earliest) + seconds;
    ready = Math.max(ready, earliest) + seconds;
  }
  return ready;
}

/** The other way round: the latest time to leave so that the crew is ready at `ready`; minus infinite where none is. */
export function leaveBefore(breaks: Breaks, ready: number, travel: number, from: number, to: number): number {
  let idleBy = Number.POSITIVE_INFINITY;
  let readyBy = ready;
  for (let k = to - 1; k >= from; k--) {
    const { earliest, latest, seconds } = breaks[k]!;
    readyBy -= seconds;
    if (readyBy < earliest || idleBy - seconds < earliest) return Number.NEGATIVE_INFINITY;
    idleBy = Math.min(idleBy - seconds, latest);
  }
  return Math.min(readyBy - travel, idleBy);
}
