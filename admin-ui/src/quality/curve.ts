import type { Curve, Step } from './types';

/** The drawing's own units; the frame leaves room for the words of the axes. */
export const size = { width: 640, height: 300, left: 48, right: 12, top: 12, bottom: 36 };

export const xOf = (days: number, lastDay: number): number =>
  size.left + (days / Math.max(1, lastDay)) * (size.width - size.left - size.right);
export const yOf = (share: number): number => size.top + (1 - share) * (size.height - size.top - size.bottom);

const near = (value: number) => Math.round(value * 10) / 10;

/** The corners of stairs that begin at 1 on day 0 and end on the last day. */
function stairs({ steps, lastDay }: Curve, of: (step: Step) => number): [x: number, y: number][] {
  let y = yOf(1);
  const corners: [number, number][] = [[xOf(0, lastDay), y]];
  for (const step of steps) {
    const x = xOf(step.days, lastDay);
    corners.push([x, y]);
    y = yOf(of(step));
    corners.push([x, y]);
  }
  return [...corners, [xOf(lastDay, lastDay), y]];
}

const points = (corners: [number, number][]) => corners.map(([x, y]) => `${near(x)},${near(y)}`).join(' ');

/** The share that holds, for a polyline. */
export const linePoints = (curve: Curve): string => points(stairs(curve, ({ holds }) => holds));

/** What lies within the interval, for a polygon. */
export const bandPoints = (curve: Curve): string =>
  points([...stairs(curve, ({ high }) => high), ...stairs(curve, ({ low }) => low).reverse()]);

/** Days that the axis names: every so many that six at most stand there. */
export function dayTicks(lastDay: number): number[] {
  const step = [10, 30, 60, 90, 180, 365].find((days) => lastDay / days <= 6) ?? 730;
  return Array.from({ length: Math.floor(lastDay / step) + 1 }, (_, index) => index * step);
}
