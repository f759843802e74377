/**
 * Provisional: distance, time and closing by a logistic regression over the labelled pairs of boston311; kinship
 * and words, which those pairs do not tell, are cautious guesses until the German texts are labelled.
 */
export const weights = {
  /** Log odds of a report at the same spot and moment, of the same category, without words. */
  constant: 1.9,
  /** Per ln(1 + (metres / spread)²). */
  distance: 1.46,
  /** Spread of the places of one problem, as a share of its category's radius. */
  spread: 0.1,
  /** Per ln(1 + hours / TIME_SCALE). */
  time: 0.29,
  /** Per ln(1 + hours since closing / CLOSED_SCALE). */
  closed: 0.44,
  /** What another kinship than the same category takes. */
  kinship: { same: 0, group: 1.5, other: 4 },
  /** Per unit of likeness of the words above `usualWords`. */
  words: 4,
  /** Likeness that says nothing either way. */
  usualWords: 0.15,
};
