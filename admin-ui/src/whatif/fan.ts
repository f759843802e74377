import type { Expected } from './types';

/** The drawing's own units; a phone's are those of its screen, so that words stay legible. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}
export const frames: Record<'wide' | 'narrow', Frame> = {
  wide: { width: 760, height: 320, left: 48, right: 16, top: 16, bottom: 40 },
  narrow: { width: 340, height: 260, left: 36, right: 10, top: 12, bottom: 38 },
};

export interface Scale {
  frame: Frame;
  /** The last day, and the most that is shown. */
  days: number;
  most: number;
}

export const xOf = ({ frame, days }: Scale, day: number): number =>
  frame.left + (day / Math.max(1, days)) * (frame.width - frame.left - frame.right);
export const yOf = ({ frame, most }: Scale, value: number): number =>
  frame.top + (1 - value / most) * (frame.height - frame.top - frame.bottom);

/** Whole numbers at equal steps from nothing to above `most`, five or six of them. */
export function ticksUpTo(most: number): number[] {
  const rough = Math.max(1, most) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough)!);
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_none, index) => index * step);
}

const near = (value: number) => Math.round(value * 10) / 10;
const points = (scale: Scale, all: readonly [day: number, value: number][]) =>
  all.map(([day, value]) => `${near(xOf(scale, day))},${near(yOf(scale, value))}`).join(' ');

/** The middle of each day, for a polyline. */
export const linePoints = (scale: Scale, daily: readonly Expected[]): string =>
  points(
    scale,
    daily.map(({ mean }, day) => [day, mean]),
  );

/** What nine of ten runs lie between, for a polygon. */
export const bandPoints = (scale: Scale, daily: readonly Expected[]): string =>
  points(scale, [
    ...daily.map(({ high }, day): [number, number] => [day, high]),
    ...daily.map(({ low }, day): [number, number] => [day, low]).reverse(),
  ]);

/** Now and the end of each week. */
export const weekly = <T>(daily: readonly T[]): { week: number; value: T }[] =>
  daily.filter((_day, index) => index % 7 === 0).map((value, week) => ({ week, value }));
