import type { Measures } from './measure';

export const causes = ['understaffed', 'badly-organised', 'badly-managed'] as const;
export type Cause = (typeof causes)[number];

/** A sign of a cause, as a number that is the larger the worse. */
interface Feature {
  cause: Cause;
  /** Null where the events say nothing. */
  of: (measures: Measures) => number | null;
}

/** How much the busiest crew has to spare: 1 with a quarter of its hours free, 0 where all are taken. */
const spare = ({ load, busiest }: Measures): number =>
  load === null ? 1 : Math.min(1, Math.max(0, (1.05 - load * busiest) / 0.3));

/** A mean of few is drawn to what is usual, as if `weight` usual ones had been seen as well. */
const drawn = (mean: number | null, count: number, usual: number, weight: number): number =>
  ((mean ?? 0) * count + usual * weight) / (count + weight);

export const features = {
  load: { cause: 'understaffed', of: ({ load }) => load },
  /** Work waits to be given out although crews have time. */
  assignment: {
    cause: 'badly-organised',
    of: (measures) => Math.log1p(measures.hours.assignment * spare(measures)),
  },
  bounces: { cause: 'badly-organised', of: ({ bounces, missing }) => bounces - missing },
  missing: { cause: 'badly-organised', of: ({ missing }) => missing },
  metres: { cause: 'badly-organised', of: ({ metres }) => (metres === null ? null : Math.log1p(metres)) },
  verification: { cause: 'badly-managed', of: ({ hours }) => Math.log1p(hours.verification) },
  unseen: {
    cause: 'badly-managed',
    of: ({ unseen, escalations }) => drawn(unseen, escalations, 0.12, 6),
  },
  reviewDays: {
    cause: 'badly-managed',
    of: ({ reviewDays, reviews }) => Math.log1p(drawn(reviewDays, reviews, 8, 3)),
  },
  spread: { cause: 'badly-managed', of: ({ spread }) => spread },
} satisfies Record<string, Feature>;

export type FeatureName = keyof typeof features;
export const featureNames = Object.keys(features) as FeatureName[];
export const causeOf = (name: FeatureName): Cause => features[name].cause;

/** The value of a sign; null where the events say nothing. */
export const signOf = (name: FeatureName, measures: Measures): number | null => features[name].of(measures);
