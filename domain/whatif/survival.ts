import { type Lasting, lifeTable } from '../life-table';

/** How long something took, or has taken so far (`ended` false: it is still going on). Hours. */
export interface Duration extends Omit<Lasting, 'time'> {
  hours: number;
}

/** The share that is still going on after so many hours; falls from 1 at each step. */
export interface Survival {
  hours: number[];
  share: number[];
}

/**
 * The product-limit estimate of how long things take, those that still go on counted for as long as they have, and each
 * only from when on one looked (E. L. Kaplan, P. Meier, Nonparametric estimation from incomplete observations, 1958,
 * section 3; late entry there too).
 */
export function survivalOf(durations: readonly Duration[]): Survival {
  const survival: Survival = { hours: [], share: [] };
  let share = 1;
  for (const { time, atRisk, ends } of lifeTable(
    durations.map(({ hours, ...one }) => ({ ...one, time: hours })),
  )) {
    share *= 1 - Math.min(1, ends / atRisk);
    survival.hours.push(time);
    survival.share.push(share);
  }
  return survival;
}

/** The share that is still going on after so many hours. */
export function shareAfter({ hours, share }: Survival, after: number): number {
  const steps = firstWhere(hours.length, (step) => hours[step]! > after);
  return steps === 0 ? 1 : share[steps - 1]!;
}

/** The first of `count` places from which on it holds, which it then does for all; `count` where it never does. */
function firstWhere(count: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * How long one takes in all that has taken `age` hours already; infinite where nothing is known of so long a time.
 * @param chance at least 0, below 1: the same chance, the same answer
 */
export function draw(survival: Survival, chance: number, age = 0): number {
  const left = (age > 0 ? shareAfter(survival, age) : 1) * (1 - chance);
  const { hours, share } = survival;
  // The shares fall: the first that is below what is left.
  const step = firstWhere(share.length, (place) => share[place]! < left - 1e-12);
  return step < hours.length ? Math.max(hours[step]!, age) : Number.POSITIVE_INFINITY;
}
