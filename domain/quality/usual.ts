import { type Estimate, sum } from './estimate';
import type { RepairOutcome } from './outcome';
import { rateOf } from './rate';
import { placeYears } from './spell';
import { type Levels, levelsOf, usualLevels } from './stars';

/** What all repairs together are like. */
export interface Usual {
  levels: Levels;
  /** Recurrences a place-year, by category. */
  rates: ReadonlyMap<string, number>;
}

export const ratedOf = (outcomes: readonly RepairOutcome[]): RepairOutcome['stars'][] =>
  outcomes.map(({ stars }) => stars).filter(({ length }) => length > 0);

export const recurrencesOf = (outcomes: readonly RepairOutcome[]): number =>
  outcomes.filter(({ spell }) => spell.recurred).length;

export const exposureOf = (outcomes: readonly RepairOutcome[]): number =>
  placeYears(outcomes.map(({ spell }) => spell));

/** @param outcomes of every repair, each once */
export function usualOf(outcomes: readonly RepairOutcome[]): Usual {
  const byCategory = new Map<string, RepairOutcome[]>();
  for (const one of outcomes) {
    const own = byCategory.get(one.categoryId);
    if (own) own.push(one);
    else byCategory.set(one.categoryId, [one]);
  }
  const rates = [...byCategory].map(([categoryId, own]) => {
    const exposure = exposureOf(own);
    return [categoryId, exposure > 0 ? recurrencesOf(own) / exposure : 0] as const;
  });
  return { levels: usualLevels(levelsOf(ratedOf(outcomes))), rates: new Map(rates) };
}

/**
 * Recurrences as a multiple of those that repairs of the same categories, watched as long, usually have: 1 is usual, 2
 * twice as many. So somebody who mends what often breaks is compared with others who do. Indirect standardisation, the
 * exact Poisson interval divided by what is expected (Breslow, Day 1987, Statistical Methods in Cancer Research II,
 * section 2.3), which takes the usual rates as known. Null where none are expected.
 */
export function againstUsual(outcomes: readonly RepairOutcome[], { rates }: Usual): Estimate | null {
  const expected = sum(outcomes.map((one) => (rates.get(one.categoryId) ?? 0) * exposureOf([one])));
  return expected > 0 ? rateOf(recurrencesOf(outcomes), expected) : null;
}
