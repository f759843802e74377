import type { Cause, FeatureName } from './features';

/** What healthy departments look like, and from which score on a cause is found. */
export interface Reference {
  usual: Record<FeatureName, { mean: number; sd: number }>;
  thresholds: Record<Cause, number>;
}

/** Fitted by `npm run bench -- diagnosis` on simulated departments, which fails where it is another. */
export const reference: Reference = {
  usual: {
    load: { mean: 0.645, sd: 0.125 },
    assignment: { mean: 3.31, sd: 0.484 },
    bounces: { mean: 0.0466, sd: 0.0252 },
    missing: { mean: 0.0376, sd: 0.0193 },
    metres: { mean: 7.99, sd: 0.303 },
    verification: { mean: 2.65, sd: 0.444 },
    unseen: { mean: 0.155, sd: 0.0763 },
    reviewDays: { mean: 2.12, sd: 0.251 },
    spread: { mean: 0.0977, sd: 0.0556 },
  },
  thresholds: { understaffed: 1.44, 'badly-organised': 2.88, 'badly-managed': 3.36 },
};
