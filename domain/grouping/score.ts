import type { Numbers } from './numbers';
import { thresholds, type Weights, weights } from './weights';

/** How the categories of two reports are related. */
export type Kinship = 'same' | 'group' | 'other';

/** What is compared of a new report and a case that is known already. */
export interface Likeness {
  /** Between the place of the case and the new position, WGS84, >= 0. */
  metres: number;
  /** Of the new position, as the phone said; 0 if unknown. */
  accuracyMetres: number;
  /** Of the new report's category: how far apart reports of one such problem may lie, > 0. */
  radiusMetres: number;
  /** Between the newest report of the case (or its opening) and the new report, >= 0. */
  hours: number;
  /** Since the case was closed; null while it is open. */
  closedHours: number | null;
  kinship: Kinship;
  /** `similarity()` of pg_trgm, 0 to 1; null when one of the two has no words. */
  words: number | null;
  numbers: Numbers;
}

/** From here on a report becomes a member of the case by itself. */
export const JOIN = thresholds.join;
/** From here on the case is suggested to the operator. */
export const SUGGEST = thresholds.suggest;
/** Below this a case is not shown to the citizen. */
export const SHOW = thresholds.show;

const HOURS_OF_A_DAY = 24;
/** Positions worse than this come from a phone mast or an address of the network: they say "somewhere in town". */
const WORST_ACCURACY_METRES = 250;
/** Keeps the odds of words that share nothing, or everything, finite. */
const NOTHING = 0.02;

/**
 * The probability that both are the same problem, 0 to 1: a logistic regression, see
 * docs/decisions/0013-how-grouping-was-fitted.md. Nearer, newer and more alike never scores lower.
 */
export function scoreOf(likeness: Likeness, by: Weights = weights): number {
  const logOdds =
    by.constant -
    by.distance * farness(likeness, by.spread) -
    vagueness(likeness, by.spread) -
    by.age * ageOf(likeness.hours) -
    closedPart(likeness.closedHours, by) -
    by.kinship[likeness.kinship] +
    by.words * wordsAbove(likeness.words, by.usualWords) +
    (likeness.numbers ? by.numbers[likeness.numbers] : 0);
  return 1 / (1 + Math.exp(-logOdds));
}

/** Decays like Student's distribution in the plane: some positions are far off. @param spread share of the radius */
export const farness = (likeness: Likeness, spread: number) =>
  Math.log1p((likeness.metres / spreadOf(likeness, spread)) ** 2);

/** How far off a place of the same problem usually lies: the category's habit, or the position if that is worse. */
const spreadOf = ({ radiusMetres, accuracyMetres }: Likeness, share: number) =>
  Math.max(share * radiusMetres, accuracyMetres);

/**
 * A vague position is near everything, so nearness proves less: the height of a density in the plane that is
 * spread n times as wide falls by n².
 */
const vagueness = (likeness: Likeness, share: number) =>
  2 * Math.log(spreadOf(likeness, share) / (share * likeness.radiusMetres));

/** An hour more says much of a new case and nothing of an old one. */
export const ageOf = (hours: number) => Math.log1p(hours / HOURS_OF_A_DAY);

const closedPart = (hours: number | null, by: Weights) =>
  hours === null ? 0 : by.closed + by.closedAge * ageOf(hours);

/** Log odds of the likeness, above those of two texts that happen to be near one another; 0 without words. */
export const wordsAbove = (words: number | null, usual: number) =>
  words === null ? 0 : oddsOf(words) - oddsOf(usual);

/** Log odds of a likeness. */
export const oddsOf = (words: number) => Math.log((words + NOTHING) / (1 + NOTHING - words));

/** The likeness of log odds. */
export const wordsOfOdds = (odds: number) => (1 + 2 * NOTHING) / (1 + Math.exp(-odds)) - NOTHING;

/** However little a category's places scatter, people point at them from further away. */
const LEAST_REACH_METRES = 100;

/** Metres around a new position within which candidates are looked for. */
export const searchRadius = (categoryRadiusMetres: number, accuracyMetres: number | null): number =>
  Math.max(LEAST_REACH_METRES, categoryRadiusMetres) + Math.min(accuracyMetres ?? 0, WORST_ACCURACY_METRES);
