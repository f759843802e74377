import { SHOW } from './score';

/** So many a person compares with what they see before them. */
const AT_MOST = 5;
/** A case whose odds are this many times smaller than the best one's is no rival to it. */
const RIVAL = 10;

const odds = (score: number) => score / (1 - score);

/** What the citizen is shown of the candidates: the best first, at most five, nothing far behind the best. */
export function shown<T extends { score: number }>(candidates: readonly T[]): T[] {
  const ordered = candidates.filter(({ score }) => score >= SHOW).sort((a, b) => b.score - a.score);
  const best = ordered[0];
  if (!best) return [];
  return ordered.filter(({ score }) => odds(score) * RIVAL >= odds(best.score)).slice(0, AT_MOST);
}
