/**
 * Whose turn it is at the nth call (from 0): agency after agency in the department's order, and round
 * again. Null when the department has none, so that only its on-call person can be reached.
 */
export function agencyAt(agencies: string[], attempt: number): string | null {
  return agencies[attempt % Math.max(1, agencies.length)] ?? null;
}

/** Nobody to wait for: how long until the next call, in milliseconds. */
export const betweenCallsMs = 5 * 60_000;

/** An agency whose address does not answer at all: how long until the next one is called, in milliseconds. */
export const deafMs = 5_000;
