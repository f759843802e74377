import type { ReviewCause } from './review';

const DAY_MS = 86_400_000;

/** So often found at one department within so many days, a cause is no accident: management hears of it. */
export const RECURRING = { times: 3, days: 90 } as const;

/** Since when reviews count towards a recurring cause. */
export const recurringSince = (now: number): number => now - RECURRING.days * DAY_MS;

/** How often each cause was found in a department's reviews of that time. */
export type CauseCounts = Partial<Record<ReviewCause, number>>;

/**
 * The causes that have become recurring by one more review; each says so once, when it comes to the number.
 * @param before how often each was found in the other reviews
 */
export const becameRecurring = (
  before: CauseCounts,
  { was, is }: { was: readonly ReviewCause[]; is: readonly ReviewCause[] },
): ReviewCause[] =>
  is.filter((cause) => !was.includes(cause) && (before[cause] ?? 0) + 1 === RECURRING.times);
