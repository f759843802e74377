/**
 * Whose turn it is at the nth call (from 0): agency after agency in the department's order, and round
 * again. Null when the department has none, so that only its on-call person can be reached.
 */
export function agencyAt(agencies: string[], attempt: number): string | null {
  return agencies[attempt % Math.max(1, agencies.length)] ?? null;
}

/** Has everybody been called once more? */
export const endsRound = (agencies: string[], attempt: number): boolean =>
  (attempt + 1) % Math.max(1, agencies.length) === 0;

/**
 * How long until the next round when nobody could be reached in one, and how often the person on call is
 * called at the most, in milliseconds.
 */
export const betweenCallsMs = 5 * 60_000;
