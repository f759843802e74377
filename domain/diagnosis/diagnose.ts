import { createRandom } from '../rounds/random';
import { type CaseLife, livesOf } from './cases';
import type { CaseEvent } from './event';
import { type Cause, causeOf, causes, type FeatureName, featureNames, signOf } from './features';
import { type Measures, measureLives, type Period } from './measure';
import { type Reference, reference } from './reference';

/** One sign that speaks for a finding. */
export interface Evidence {
  name: FeatureName;
  /** How far above what is usual, in standard deviations of healthy departments. */
  beyond: number;
}

export interface Finding {
  cause: Cause;
  holds: boolean;
  /** What the signs add up to, and from where on it is a finding. */
  score: number;
  threshold: number;
  /** Share of resamplings of the cases that say the same, between 0 and 1. */
  confidence: number;
  evidence: Evidence[];
}

export interface Diagnosis {
  verdict: 'not-enough-data' | 'healthy' | Cause[];
  measures: Measures;
  findings: Finding[];
}

/** Fewer say too little of anybody. */
export const FEWEST_CASES = 60;
/** No single sign decides more than this. */
const MOST_BEYOND = 4;
const RESAMPLINGS = 100;
/** Of more cases no more are drawn: what so many say is certain enough, and all would take minutes. */
const MOST_DRAWN = 1000;
const ofNoCase: readonly CaseEvent['name'][] = ['staffed', 'review-opened', 'review-closed'];

/** What a sign adds: nothing within one standard deviation of what is usual. */
export const beyondOf = (value: number | null, { mean, sd }: { mean: number; sd: number }): number =>
  value === null ? 0 : Math.min(MOST_BEYOND, Math.max(0, (value - mean) / sd - 1));

export function scoresOf(measures: Measures, { usual }: Pick<Reference, 'usual'>): Record<Cause, number> {
  const scores: Record<Cause, number> = { understaffed: 0, 'badly-organised': 0, 'badly-managed': 0 };
  for (const name of featureNames) scores[causeOf(name)] += beyondOf(signOf(name, measures), usual[name]);
  return scores;
}

/**
 * Why a department is late, if it is: each finding with its signs and how sure it is. Helps to look, never to blame.
 * @param events of one department, as far back as they are known
 * @param seed of the resampling: the same events always have the same answer
 */
export function diagnose(
  events: readonly CaseEvent[],
  period: Period,
  { by = reference, seed = 1 }: { by?: Reference; seed?: number } = {},
): Diagnosis {
  const before = events.filter(({ at }) => at < period.to);
  const lives = livesOf(before, period.to);
  const measures = measureLives(lives, before, period);
  const scores = scoresOf(measures, by);
  const often = resampled(lives, before, period, by, seed);
  const findings = causes.map((cause): Finding => {
    const holds = scores[cause] >= by.thresholds[cause];
    const evidence = featureNames
      .filter((name) => causeOf(name) === cause)
      .map((name) => ({ name, beyond: beyondOf(signOf(name, measures), by.usual[name]) }))
      .filter(({ beyond }) => beyond > 0)
      .sort((a, b) => b.beyond - a.beyond);
    return {
      ...{ cause, holds, score: scores[cause], threshold: by.thresholds[cause], evidence },
      confidence: holds ? often[cause] : 1 - often[cause],
    };
  });
  return { verdict: verdictOf(measures, findings), measures, findings };
}

function verdictOf({ cases }: Measures, findings: Finding[]): Diagnosis['verdict'] {
  if (cases < FEWEST_CASES) return 'not-enough-data';
  const found = findings.filter(({ holds }) => holds).map(({ cause }) => cause);
  return found.length > 0 ? found : 'healthy';
}

/** How often each cause is found when as many cases, a thousand at most, are drawn from these with replacement (bootstrap). */
function resampled(
  lives: readonly CaseLife[],
  events: readonly CaseEvent[],
  period: Period,
  by: Reference,
  seed: number,
): Record<Cause, number> {
  const random = createRandom(seed);
  const often: Record<Cause, number> = { understaffed: 0, 'badly-organised': 0, 'badly-managed': 0 };
  if (lives.length === 0) return often;
  const count = Math.min(lives.length, MOST_DRAWN);
  const others = events.filter(({ name }) => ofNoCase.includes(name));
  for (let n = 0; n < RESAMPLINGS; n++) {
    const drawn = Array.from({ length: count }, () => lives[random.below(lives.length)]!);
    const scores = scoresOf(measureLives(drawn, others, period, lives.length / count), by);
    for (const cause of causes) if (scores[cause] >= by.thresholds[cause]) often[cause] += 1 / RESAMPLINGS;
  }
  return often;
}
