import { weights } from './weights';

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
}

/** From here on a report becomes a member of the case by itself. */
export const JOIN = 0.9;
/** From here on the case is suggested to the operator. */
export const SUGGEST = 0.4;
/** Below this a case is not shown to the citizen. */
export const SHOW = 0.02;

const TIME_SCALE_HOURS = 72;
const CLOSED_SCALE_HOURS = 24;
/** Positions worse than this come from a phone mast or an address of the network: they say "somewhere in town". */
const WORST_ACCURACY_METRES = 250;

/**
 * The probability that both are the same problem, 0 to 1: a logistic regression, see
 * docs/decisions/0013-how-grouping-was-fitted.md. Nearer, newer and more alike never scores lower.
 */
export function scoreOf(likeness: Likeness): number {
  const { distance, time, closed, kinship, words, usualWords, constant } = weights;
  const logOdds =
    constant -
    distance * Math.log1p((likeness.metres / spreadOf(likeness)) ** 2) -
    vagueness(likeness) -
    time * Math.log1p(likeness.hours / TIME_SCALE_HOURS) -
    closed * Math.log1p((likeness.closedHours ?? 0) / CLOSED_SCALE_HOURS) -
    kinship[likeness.kinship] +
    words * ((likeness.words ?? usualWords) - usualWords);
  return 1 / (1 + Math.exp(-logOdds));
}

/** How far off a place of the same problem usually lies: the category's habit, or the position if that is worse. */
const spreadOf = ({ radiusMetres, accuracyMetres }: Likeness) =>
  Math.max(weights.spread * radiusMetres, accuracyMetres);

/**
 * A vague position is near everything, so nearness proves less: the height of a two-dimensional density that is
 * spread n times as wide falls by n².
 */
const vagueness = (likeness: Likeness) =>
  2 * Math.log(spreadOf(likeness) / (weights.spread * likeness.radiusMetres));

/** Metres around a new position within which candidates are looked for. */
export const searchRadius = (categoryRadiusMetres: number, accuracyMetres: number | null): number =>
  categoryRadiusMetres + Math.min(accuracyMetres ?? 0, WORST_ACCURACY_METRES);
