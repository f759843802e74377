/** How much each likeness says, in log odds; `kinship` and `closed` are taken off. */
export interface Weights {
  /** Of an open case of the same category at the same spot and moment, without words. */
  constant: number;
  /** Spread of the places of one problem, as a share of its category's radius. */
  spread: number;
  distance: number;
  age: number;
  closed: number;
  closedAge: number;
  kinship: { same: 0; group: number; other: number };
  words: number;
  /** Likeness of two texts that happen to be near one another. */
  usualWords: number;
  numbers: { shared: number; different: number };
}

/** Scores from which on something is done. */
export interface Thresholds {
  join: number;
  suggest: number;
  show: number;
  /** How many times smaller than those of the best one the odds of a case may be that is shown beside it. */
  rival: number;
}

// Written by `npm run bench -- grouping --write` on 2026-11-25; what follows is not for hands.
export const weights: Weights = {
  constant: 0.899,
  spread: 0.2,
  distance: 1.305,
  age: 0.027,
  closed: 0.984,
  closedAge: 1.412,
  kinship: { same: 0, group: 1.588, other: 2.798 },
  words: 0.576,
  usualWords: 0.096,
  numbers: { shared: 2.581, different: -1.324 },
};

export const thresholds: Thresholds = {
  join: 0.981,
  suggest: 0.333,
  show: 0.03,
  rival: 3,
};
