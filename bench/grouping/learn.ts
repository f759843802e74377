import type { Weights } from '../../domain/grouping/weights';
import type { Query } from './cases';
import { CONSTANT, features, NAMES, type Shape, weightsFrom } from './features';
import { type Choice, type Fit, fitWeights, type Verdict } from './fit';
import type { Judged } from './judged';

/** A query, and which of its candidates staff found to be the same. */
export interface Lesson {
  query: Query;
  right: ReadonlySet<string>;
}

export interface Learned {
  weights: Weights;
  /** Metres; of the categories that had enough pairs to tell. */
  radii: Record<string, number>;
  logLikelihood: number;
}

/** What a municipality has that says nothing else: the default of the column `match_radius_metres`. */
export const USUAL_RADIUS = 100;
/** Half the usual, the usual and twice the usual. */
const RADII = [50, 100, 200];
/** A category with fewer lessons keeps the usual radius. */
const ENOUGH = 10;
/** Shares of the radius. */
const SPREADS = [0.1, 0.15, 0.2];

/** Fits shape, radii and weights; the same lessons always give the same. */
export function learn(lessons: readonly Lesson[], judged: readonly Judged[], usualWords: number): Learned {
  const all = SPREADS.map((spread) => {
    const shape = { spread, usualWords };
    return learnWeights(lessons, judged, shape, learnRadii(lessons, shape));
  });
  return all.reduce((best, one) => (one.logLikelihood > best.logLikelihood ? one : best));
}

/** The weights alone. */
export function learnWeights(
  lessons: readonly Lesson[],
  judged: readonly Judged[],
  shape: Shape,
  radii: Record<string, number>,
): Learned {
  const { fitted, logLikelihood } = both(lessons, radii, verdictsOf(judged, shape), shape);
  return { weights: weightsFrom(fitted, shape), radii, logLikelihood };
}

const both = (
  lessons: readonly Lesson[],
  radii: Record<string, number>,
  verdicts: Verdict[],
  shape: Shape,
): Fit =>
  fitWeights(
    lessons.flatMap((lesson) => choiceOf(lesson, radii, shape)),
    verdicts,
    NAMES.length,
    CONSTANT,
  );

/**
 * How widely reports of one such problem scatter: each category takes the radius under which its pairs are
 * likeliest, drawn towards the usual one.
 */
function learnRadii(lessons: readonly Lesson[], shape: Shape): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { query } of lessons) {
    counts.set(query.report.category, (counts.get(query.report.category) ?? 0) + 1);
  }
  const enough = [...counts].filter(([, count]) => count >= ENOUGH).sort((a, b) => b[1] - a[1]);
  let radii: Record<string, number> = {};
  for (const [category] of enough) {
    const tried = RADII.map((radius) => {
      const tentative = { ...radii, [category]: radius };
      const pull = Math.log(radius / USUAL_RADIUS) ** 2 / 2;
      return { tentative, likely: both(lessons, tentative, [], shape).logLikelihood - pull };
    });
    radii = tried.reduce((top, one) => (one.likely > top.likely ? one : top)).tentative;
  }
  return radii;
}

/** Nothing where none of the candidates is right. */
function choiceOf({ query, right }: Lesson, radii: Record<string, number>, shape: Shape): Choice[] {
  const radiusMetres = radii[query.report.category] ?? USUAL_RADIUS;
  const found = query.candidates.flatMap(({ caseId }, index) => (right.has(caseId) ? [index] : []));
  if (found.length === 0) return [];
  const options = query.candidates.map(({ likeness }) =>
    features({ ...likeness, radiusMetres }, shape, true),
  );
  return [{ options, right: found }];
}

const verdictsOf = (judged: readonly Judged[], shape: Shape): Verdict[] =>
  judged
    .filter(({ verdict }) => verdict !== 'unsure')
    .map(({ candidate, verdict }) => ({
      features: features({ ...candidate.likeness, radiusMetres: USUAL_RADIUS }, shape, false),
      same: verdict === 'same',
    }));
