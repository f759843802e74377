import { dayOf } from '../quality/period';
import { type Card, type Estimate, figureNames } from '../quality/types';
import { type Counts, countNames, type DossierCard, type Selection } from './types';

/** The two years up to yesterday: today is not over. */
export function usualSelection(now: Date): Selection {
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
  const yesterday = dayOf(new Date(year, month, date - 1));
  return {
    ...{ suppliers: [], categories: [], department: null },
    ...{ from: dayOf(new Date(year - 2, month, date)), to: yesterday, until: yesterday },
  };
}

/** As the API is asked. */
export function queryOf({ suppliers, categories, department, ...days }: Selection): string {
  const query = new URLSearchParams(days);
  for (const id of suppliers) query.append('suppliers', id);
  for (const id of categories) query.append('categories', id);
  if (department) query.set('department', department);
  return query.toString();
}

/** A supplier's figures as the archive of quality shows them. */
export function cardOf({ supplier, repairs, rated, figures }: DossierCard): Card {
  const of = <T>(value: (name: (typeof figureNames)[number]) => T) =>
    Object.fromEntries(figureNames.map((name) => [name, value(name)])) as Record<
      (typeof figureNames)[number],
      T
    >;
  const common = {
    ...{ id: supplier.id, nameIt: supplier.it, nameEn: supplier.en, repairs, rated },
    ranks: of((name) => figures?.[name]?.rank ?? null),
  };
  if (!figures) return { ...common, verdict: 'not-enough-data' };
  const estimate = (name: (typeof figureNames)[number]): Estimate | null => {
    const figure = figures[name];
    if (!figure) return null;
    const { value, low, high, count } = figure;
    return { value: Number(value), low: Number(low), high: Number(high), count };
  };
  return {
    ...{ ...common, verdict: 'enough', figures: of(estimate) },
    medianDays: { value: null, low: null, high: null },
  };
}

/** What there were more or fewer of when it was signed. */
export const changesOf = (was: Counts, now: Counts) =>
  countNames
    .filter((name) => was[name] !== now[name])
    .map((name) => ({ name, was: was[name], now: now[name] }));
