import { meanOf, medianOf } from './amounts';
import type { Estimate } from './estimate';
import type { RepairOutcome } from './outcome';
import { ranksOf } from './rank';
import { rateOf } from './rate';
import { shareOf } from './share';
import { levelsOf, starsOf } from './stars';
import { curveOf, holdsFor, type MedianDays, medianDays } from './survival';
import { againstUsual, exposureOf, ratedOf, recurrencesOf, type Usual } from './usual';

/** Fewer repairs, or fewer rated ones, say too little of anybody. */
export const FEWEST_REPAIRS = 20;
export const FEWEST_RATED = 10;

/** Every figure that is compared, and which of its ends is the better one. */
export const figures = {
  /** Stars, 1 to 5. */
  stars: 'high',
  /** Shares of repairs that hold longer than 90 and 365 days. */
  holds90: 'high',
  holds365: 'high',
  /** Recurrences a place-year, and as a multiple of what is usual for the same categories. */
  recurrences: 'low',
  againstUsual: 'low',
  /** Share of repairs within their target. */
  inTime: 'high',
  /** Median hours until the repair, mean euro of one. */
  hours: 'low',
  cost: 'low',
} as const satisfies Record<string, 'high' | 'low'>;
export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as FigureName[];

/** Null where a figure has too little to rest on. */
export type Figures = Record<FigureName, Estimate | null>;
export type Ranks = Record<FigureName, number | null>;

/** How good the work of somebody, or of something, is. */
export type Scorecard = { repairs: number; rated: number } & (
  | { verdict: 'not-enough-data' }
  | { verdict: 'enough'; figures: Figures; medianDays: MedianDays }
);

/** @param usual what all repairs are like, which this one's are compared with */
export function scorecardOf(outcomes: readonly RepairOutcome[], usual: Usual): Scorecard {
  const rated = ratedOf(outcomes);
  const counts = { repairs: outcomes.length, rated: rated.length };
  if (outcomes.length < FEWEST_REPAIRS) return { ...counts, verdict: 'not-enough-data' };
  const spells = outcomes.map(({ spell }) => spell);
  const curve = curveOf(spells);
  const kept = outcomes.flatMap(({ inTime }) => inTime ?? []);
  const exposure = exposureOf(outcomes);
  return {
    ...counts,
    verdict: 'enough',
    medianDays: medianDays(curve),
    figures: {
      stars: rated.length < FEWEST_RATED ? null : starsOf(levelsOf(rated), usual.levels),
      holds90: holdsFor(90, spells, curve),
      holds365: holdsFor(365, spells, curve),
      recurrences: exposure > 0 ? rateOf(recurrencesOf(outcomes), exposure) : null,
      againstUsual: againstUsual(outcomes, usual),
      inTime: kept.length < FEWEST_REPAIRS ? null : shareOf(kept.filter(Boolean).length, kept.length),
      hours: medianOf(outcomes.map(({ hours }) => hours)),
      cost: meanOf(outcomes.map(({ cost }) => cost)),
    },
  };
}

/** The rank of each card by each figure; who has not enough data has none. */
export function rankCards(cards: readonly Scorecard[]): Ranks[] {
  const of = (card: Scorecard, name: FigureName) => (card.verdict === 'enough' ? card.figures[name] : null);
  const columns = figureNames.map((name) =>
    ranksOf(
      cards.map((card) => of(card, name)),
      figures[name],
    ),
  );
  return cards.map(
    (_, row) =>
      Object.fromEntries(figureNames.map((name, column) => [name, columns[column]![row]!])) as Ranks,
  );
}
