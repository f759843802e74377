import type { Expected } from './types';

/** How a figure would change: certain enough to say, too little to matter, or not to be told from chance. */
export type Change = 'none' | 'little' | 'unsure' | 'less' | 'more';

/** What matters to nobody: a point of a hundred, and a case. */
export const SMALL_SHARE = 0.01;
export const SMALL_BACKLOG = 1;

/** @param change of one and the same run, with what nine of ten of them are between */
export function tell({ mean, low, high }: Expected, small: number): Change {
  if (low === 0 && high === 0) return 'none';
  if (Math.abs(mean) < small && Math.max(-low, high) < 2 * small) return 'little';
  if (low <= 0 && high >= 0) return 'unsure';
  return mean < 0 ? 'less' : 'more';
}

const severities = {
  none: 'info',
  little: 'info',
  unsure: 'info',
  less: 'success',
  more: 'warning',
} as const;
export const severityOf = (change: Change) => severities[change];

/** `per` 100 as whole numbers, `1` for cases: what stands in a sentence. */
export const rounded = ({ mean, low, high }: Expected, per: 1 | 100) => ({
  value: Math.round(mean * per),
  low: Math.round(low * per),
  high: Math.round(high * per),
});

/** Between what a difference lies, in points of a hundred with their sign: `−4`. */
export function signed({ low, high }: Expected, locale: string) {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const say = (value: number) => format.format(value * 100).replace('-', '−');
  return { low: say(low), high: say(high) };
}
