import type { Estimate } from './estimate';

/**
 * One more than how many are better beyond doubt, their whole interval lying on the better side of one's own. Whose
 * intervals overlap are not told apart, so that several may be first. Careful rather than sharp: two intervals of 95 %
 * that just do not overlap differ with p ≈ 0.006 (Schenker, Gentleman 2001, The American Statistician 55).
 * @param estimates null for who has not enough data, and then no rank
 */
export function ranksOf(estimates: readonly (Estimate | null)[], better: 'high' | 'low'): (number | null)[] {
  const beats = (a: Estimate, b: Estimate) => (better === 'high' ? a.low > b.high : a.high < b.low);
  return estimates.map(
    (own) => own && 1 + estimates.filter((other) => other !== null && beats(other, own)).length,
  );
}
