import type { FigureName } from '../../../../domain/quality/scorecard';
import type { Locale } from '../../../../domain/vocabulary';

/** Decimals of a figure; a share is shown in percent. */
const decimals: Record<FigureName, number | 'percent'> = {
  ...{ stars: 1, holds90: 'percent', holds365: 'percent', recurrences: 2 },
  ...{ againstUsual: 2, inTime: 'percent', hours: 0, cost: 2 },
};

export const numberIn = (locale: Locale, digits: number) => {
  const format = new Intl.NumberFormat(locale, {
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  return (value: string | number) => format.format(Number(value));
};

/** A value of a figure, as people read it. */
export function figureIn(locale: Locale, name: FigureName): (value: string | number) => string {
  const kind = decimals[name];
  if (kind !== 'percent') return numberIn(locale, kind);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (value) => percent.format(Number(value));
}

/** A local day `YYYY-MM-DD`. */
export function dayIn(locale: Locale, dateStyle: 'long' | 'short' = 'long'): (day: string) => string {
  const format = new Intl.DateTimeFormat(locale === 'it' ? 'it' : 'en-GB', { dateStyle, timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}

/** Fifteen letters, with their accents, and another one. */
const longWord = /(?:[^\s\p{M}]\p{M}*){15}(?=\S)/gu;

/**
 * A name whose long words may be parted, by blanks of no width: a column is as wide as its longest word, and pushes the
 * others off the page.
 */
export const parted = (name: string): string => name.replace(longWord, '$&\u200b');
