import { oddsOf, wordsOfOdds } from '../../domain/grouping/score';
import type { Judged } from './judged';

/** The likeness that two texts have who happen to be near one another, of all pairs that the labels stand for. */
export function usualWordsOf(judged: readonly Judged[]): number {
  const pairs = judged.flatMap(({ candidate: { likeness }, standsFor }) =>
    likeness.words === null ? [] : [{ odds: oddsOf(likeness.words), standsFor }],
  );
  const all = pairs.reduce((sum, { standsFor }) => sum + standsFor, 0);
  const mean = pairs.reduce((sum, { odds, standsFor }) => sum + (odds * standsFor) / all, 0);
  return Math.round(wordsOfOdds(mean) * 1000) / 1000;
}
