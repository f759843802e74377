import { scoresOf } from '../../domain/diagnosis/diagnose';
import { type Cause, causes, type FeatureName, featureNames, signOf } from '../../domain/diagnosis/features';
import { type Measures, measure } from '../../domain/diagnosis/measure';
import type { Reference } from '../../domain/diagnosis/reference';
import { createRandom } from '../../domain/rounds/random';
import { habitsOf, simulate } from './simulate';

export interface Department {
  truth: Cause[];
  measures: Measures;
}

/** Healthy ones, each cause alone, and every two of them together. */
export const mixes: Cause[][] = [
  [],
  ...causes.map((cause) => [cause]),
  ['understaffed', 'badly-organised'],
  ['understaffed', 'badly-managed'],
  ['badly-organised', 'badly-managed'],
];

/** Simulated departments, `each` of every mix; no seed serves twice. */
export function departments(firstSeed: number, each: number, cases: number): Department[] {
  return mixes.flatMap((truth, mix) =>
    Array.from({ length: each }, (_, n) => {
      const seed = firstSeed + mix * each + n;
      const { events, period } = simulate(habitsOf(createRandom(seed * 7919), truth), seed, cases);
      return { truth, measures: measure(events, period) };
    }),
  );
}

/** What is usual among the healthy, and the threshold that is wrong least often; of equals the middle one. */
export function fitted(trained: readonly Department[]): Reference {
  const healthy = trained.filter(({ truth }) => truth.length === 0);
  const usual = Object.fromEntries(
    featureNames.map((name) => {
      const values = healthy.flatMap(({ measures }) => signOf(name, measures) ?? []);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
      return [name, { mean, sd }];
    }),
  ) as Record<FeatureName, { mean: number; sd: number }>;
  const scores = trained.map(({ measures }) => scoresOf(measures, { usual }));
  const thresholds = Object.fromEntries(
    causes.map((cause) => [
      cause,
      thresholdOf(trained.map(({ truth }, n) => [scores[n]![cause], truth.includes(cause)])),
    ]),
  ) as Record<Cause, number>;
  return { usual, thresholds };
}

/** An accusation that is wrong counts for more than one that is missed. */
const FALSE_ALARM = 3;

function thresholdOf(scored: [score: number, is: boolean][]): number {
  const candidates = Array.from({ length: 400 }, (_, n) => 0.02 + n * 0.02);
  const costs = candidates.map((threshold) =>
    scored.reduce((cost, [score, is]) => {
      const found = score >= threshold;
      return cost + (found === is ? 0 : found ? FALSE_ALARM : 1);
    }, 0),
  );
  const least = Math.min(...costs);
  const best = candidates.filter((_, n) => costs[n] === least);
  return best[best.length >> 1]!;
}
