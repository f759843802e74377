import { type Thresholds, thresholds } from './weights';

/** So many a person compares with what they see before them. */
const AT_MOST = 5;

const odds = (score: number) => score / (1 - score);

/**
 * What the citizen is shown of the candidates: the best first, at most five, none whose odds are `rival` times
 * smaller than the best one's: beside a case at this very spot, one around the corner is no rival.
 */
export function shown<T extends { score: number }>(
  candidates: readonly T[],
  { show, rival }: Pick<Thresholds, 'show' | 'rival'> = thresholds,
): T[] {
  const ordered = candidates.filter(({ score }) => score >= show).sort((a, b) => b.score - a.score);
  const best = ordered[0];
  if (!best) return [];
  return ordered.filter(({ score }) => odds(score) * rival >= odds(best.score)).slice(0, AT_MOST);
}
