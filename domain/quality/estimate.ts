/** A figure and the interval that it lies in with a probability of `CONFIDENCE`. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
  /** How many observations it rests on. */
  count: number;
}

export const CONFIDENCE = 0.95;
/** The probability that lies beyond each end of an interval. */
export const TAIL = (1 - CONFIDENCE) / 2;
/** Standard deviations of a normal distribution to each end: R `qnorm(0.975)`. */
export const Z = 1.959963984540054;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
