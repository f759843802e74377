const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses before the tries after the first, as Standard Webhooks proposes: 75 hours in all. */
const pauses = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** A receiver may ask for patience, but not for ever. */
const LONGEST_WISH = 24 * HOUR;

/**
 * When a delivery is tried again after so many failed tries, in milliseconds from now; null when it is given up.
 * @param wished what the receiver asked for (`Retry-After`), in milliseconds; the later of both counts
 * @param chance at least 0, below 1: a tenth of the pause is added by it, so that many do not come back at once
 */
export function pauseAfter(tries: number, wished: number | null, chance: number): number | null {
  const pause = pauses[tries - 1];
  if (pause === undefined) return null;
  return Math.max(Math.round(pause * (1 + chance / 10)), Math.min(wished ?? 0, LONGEST_WISH));
}
