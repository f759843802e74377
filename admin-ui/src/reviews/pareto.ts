import type { Causes } from './types';

/** The picture's own units. */
export const size = { width: 640, height: 260, left: 34, right: 44, top: 14, bottom: 44 };

const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };

export interface DrawnBar {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The middle, where name and point stand. */
  middle: number;
  /** Where the line of what has come together so far passes. */
  lineY: number;
}

/** A share of everything from 0 to 1, as a height in the picture: bars and line have one scale. */
export const yOf = (share: number): number => size.top + (1 - share) * inner.height;

/** Where bars and line stand, in the order of the bars. */
export function drawn(bars: Causes['bars']): DrawnBar[] {
  const step = inner.width / Math.max(bars.length, 1);
  return bars.map(({ share, cumulative }, index) => ({
    x: size.left + index * step + step * 0.15,
    width: step * 0.7,
    y: yOf(share),
    height: yOf(0) - yOf(share),
    middle: size.left + (index + 0.5) * step,
    lineY: yOf(cumulative),
  }));
}

/** The causes that make up most of it: as few as come to four fifths, the first ones. */
export function vitalFew(bars: Causes['bars']): Causes['bars'] {
  const last = bars.findIndex(({ cumulative }) => cumulative >= 0.8);
  return bars.slice(0, last + 1);
}
