import { type Card, figureNames } from './types';

const each = <T>(value: T) =>
  Object.fromEntries(figureNames.map((name) => [name, value])) as Record<(typeof figureNames)[number], T>;

/** A card whose figures are all alike; without a rank there are too few repairs. */
export function card(id: string, rank: number | null, value = 3): Card {
  const named = { id, nameIt: id, nameEn: id, rated: 0, ranks: each(rank) };
  if (rank === null) return { ...named, repairs: 3, verdict: 'not-enough-data' };
  const estimate = { value, low: value - 1, high: value + 1, count: 30 };
  const medianDays = { value: null, low: null, high: null };
  return { ...named, repairs: 30, verdict: 'enough', figures: each(estimate), medianDays };
}
