import { ageOf, farness, type Likeness, wordsAbove } from '../../domain/grouping/score';
import type { Weights } from '../../domain/grouping/weights';

/** What stays fixed while the weights are fitted. */
export interface Shape {
  /** See `Weights`. */
  spread: number;
  usualWords: number;
}

/**
 * The terms of the score, in the order of the fitted numbers. All but the constant say more the larger they are, so
 * that none may be fitted below zero. `foreign`: what a category of another group takes off beyond what any other
 * category does. `age unknown`: see `features`.
 */
export const NAMES = [
  ...['distance', 'age', 'closed', 'closedAge', 'notSame', 'foreign', 'words', 'shared', 'different'],
  ...['age unknown', 'constant'],
] as const;
export const CONSTANT = NAMES.length - 1;

/**
 * @param closingKnown false where the data do not tell when a case was closed: there age stands for closing too,
 * with a weight of its own that the score has no use for
 */
export function features(likeness: Likeness, { spread, usualWords }: Shape, closingKnown: boolean): number[] {
  const { hours, closedHours, kinship, words, numbers } = likeness;
  return [
    -farness(likeness, spread),
    -ageOf(hours),
    closedHours === null ? 0 : -1,
    closedHours === null ? 0 : -ageOf(closedHours),
    kinship === 'same' ? 0 : -1,
    kinship === 'other' ? -1 : 0,
    wordsAbove(words, usualWords),
    numbers === 'shared' ? 1 : 0,
    numbers === 'different' ? -1 : 0,
    closingKnown ? 0 : -ageOf(hours),
    1,
  ];
}

export function weightsFrom(fitted: readonly number[], { spread, usualWords }: Shape): Weights {
  const [distance, age, closed, closedAge, notSame, foreign, words, shared, different, , constant] =
    fitted.map(rounded);
  return {
    ...{ constant: constant!, spread, distance: distance!, age: age!, closed: closed! },
    closedAge: closedAge!,
    kinship: { same: 0, group: notSame!, other: rounded(notSame! + foreign!) },
    ...{ words: words!, usualWords },
    numbers: { shared: shared!, different: -different! },
  };
}

/** Three digits are more than the data know. */
const rounded = (value: number) => Math.round(value * 1000) / 1000;
