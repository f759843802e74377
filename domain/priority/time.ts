import type { Instant } from '../case/state';
import type { ClockKind } from '../vocabulary';

/** A clock that runs, with its deadline. */
export interface RunningClock {
  kind: ClockKind;
  startedAt: Instant;
  dueAt: Instant;
}

const DAY_MS = 24 * 3_600_000;

/** How much of the time to the deadline is used at `now`, 0 to 1; 1 also when it is past. */
export function usedOf({ startedAt, dueAt }: RunningClock, now: Instant): number {
  if (dueAt <= startedAt) return 1;
  return Math.min(1, Math.max(0, (now - startedAt) / (dueAt - startedAt)));
}

/**
 * The clock with the most of its time used, so that one that is late does not hide behind another that has just
 * begun; of equals the one that is due first.
 */
export function mostUsed(clocks: readonly RunningClock[], now: Instant): RunningClock | null {
  const [first = null] = [...clocks].sort((a, b) => usedOf(b, now) - usedOf(a, now) || a.dueAt - b.dueAt);
  return first;
}

/** Whole days since the opening, where SLA time runs `speed` times faster than the clock on the wall. */
export const daysOpen = (openedAt: Instant, now: Instant, speed: number): number =>
  Math.max(0, Math.floor(((now - openedAt) * speed) / DAY_MS));
