import { scoreOf, searchRadius } from '../../domain/grouping/score';
import { shown } from '../../domain/grouping/shown';
import type { Thresholds, Weights } from '../../domain/grouping/weights';
import type { Candidate, Query } from './cases';
import { type Learned, USUAL_RADIUS } from './learn';

/** Which cases a citizen is shown of those around. */
export type Rule = (query: Query) => Candidate[];

const ofSameCategory = ({ likeness }: Candidate) => likeness.kinship === 'same';

/** "Same category, open, 250 m, five nearest"; at the same distance the newer first, as the peer orders them. */
export const nearestFive: Rule = ({ candidates }) =>
  candidates
    .filter((one) => ofSameCategory(one) && one.likeness.closedHours === null && one.likeness.metres <= 250)
    .sort((a, b) => a.likeness.metres - b.likeness.metres || a.openedHours - b.openedHours)
    .slice(0, 5);

const TWELVE_WEEKS_HOURS = 12 * 7 * 24;

/** "Same category, 50 m, 12 weeks"; open or closed, all of them. */
export const twelveWeeks: Rule = ({ candidates }) =>
  candidates.filter(
    (one) => ofSameCategory(one) && one.likeness.metres <= 50 && one.openedHours <= TWELVE_WEEKS_HOURS,
  );

/** Ours: any category, open or closed, by score, within the reach of the report's category. */
export const ours =
  (
    { weights, radii }: Pick<Learned, 'weights' | 'radii'>,
    thresholds: Pick<Thresholds, 'show' | 'rival'>,
  ): Rule =>
  (query) => {
    const radiusMetres = radii[query.report.category] ?? USUAL_RADIUS;
    const reach = searchRadius(radiusMetres, null);
    const scored = query.candidates
      .filter(({ likeness }) => likeness.metres <= reach)
      .map((one) => ({ one, score: scoreIn(one, weights, radiusMetres) }));
    return shown(scored, thresholds).map(({ one }) => one);
  };

export const scoreIn = ({ likeness }: Candidate, weights: Weights, radiusMetres: number): number =>
  scoreOf({ ...likeness, radiusMetres }, weights);
