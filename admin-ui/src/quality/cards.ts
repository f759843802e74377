import type { Card, Estimate, FigureName } from './types';

export const figureOf = (card: Card, name: FigureName): Estimate | null =>
  card.verdict === 'enough' ? card.figures[name] : null;

/** By rank, those alike by name, so that their order says nothing; then those that have none. */
export function inOrder(cards: readonly Card[], name: FigureName, nameOf: (card: Card) => string): Card[] {
  const rank = (card: Card) => card.ranks[name] ?? Number.POSITIVE_INFINITY;
  const before = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return [...cards].sort((a, b) => before(rank(a), rank(b)) || nameOf(a).localeCompare(nameOf(b)));
}

const shares: readonly FigureName[] = ['holds90', 'holds365', 'inTime'];

/** From where to where all bars of a figure are drawn: the whole of stars and shares, else from nothing to the largest. */
export function scaleOf(cards: readonly Card[], name: FigureName): { from: number; to: number } {
  if (name === 'stars') return { from: 1, to: 5 };
  if (shares.includes(name)) return { from: 0, to: 1 };
  const most = Math.max(0, ...cards.map((card) => figureOf(card, name)?.high ?? 0));
  return { from: 0, to: most || 1 };
}

const formats: Record<FigureName, Intl.NumberFormatOptions> = {
  stars: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  holds90: { style: 'percent', maximumFractionDigits: 0 },
  holds365: { style: 'percent', maximumFractionDigits: 0 },
  againstUsual: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  recurrences: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  inTime: { style: 'percent', maximumFractionDigits: 0 },
  hours: { maximumFractionDigits: 0 },
  cost: { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 },
};

/** A figure and the ends of its interval as they are read. */
export function written({ value, low, high }: Estimate, name: FigureName, locale: string) {
  const format = new Intl.NumberFormat(locale, formats[name]);
  return { value: format.format(value), low: format.format(low), high: format.format(high) };
}
