import type { Square } from './types';

export type MapFigure = 'need' | 'recurrences';
export const mapFigures = ['need', 'recurrences'] as const;

/** From light to dark: told apart by brightness, also in print. */
export const classColours = ['#d6e4f2', '#9dbfe0', '#5b93c9', '#2563a0', '#0c3560'] as const;

/** Squares with any of it, the most first. */
export const withAny = (squares: readonly Square[], figure: MapFigure): Square[] =>
  squares
    .filter(({ properties }) => properties[figure] > 0)
    .sort((a, b) => b.properties[figure] - a.properties[figure]);

/**
 * Up to where each class reaches: a fifth of the squares in each, so that one extreme square leaves not all others alike.
 * Fewer classes where there are fewer values.
 */
export function limitsOf(squares: readonly Square[], figure: MapFigure): number[] {
  const values = withAny(squares, figure)
    .map(({ properties }) => properties[figure])
    .reverse();
  const limits = classColours.map(
    (_, index) => values[Math.ceil(((index + 1) / classColours.length) * values.length) - 1] ?? 0,
  );
  return [...new Set(limits)].filter((limit) => limit > 0);
}

/** The darkest of fewer classes is the darkest of all. */
export const colourOf = (value: number, limits: readonly number[]): string => {
  const index = limits.findIndex((limit) => value <= limit);
  const place = index < 0 ? limits.length - 1 : index;
  return classColours[classColours.length - limits.length + place] ?? classColours[0];
};
