/** The drawing's own units; the frame leaves room for the words of the axes. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const near = (value: number) => Math.round(value * 10) / 10;

/** Where the nth of so many values stands; one alone at the left. */
export const xOf = (index: number, count: number, { width, left, right }: Frame): number =>
  near(left + (index / Math.max(1, count - 1)) * (width - left - right));

export const yOf = (value: number, most: number, { height, top, bottom }: Frame): number =>
  near(top + (1 - value / Math.max(1, most)) * (height - top - bottom));

export const pointsOf = (values: readonly number[], most: number, frame: Frame): string =>
  values.map((value, index) => `${xOf(index, values.length, frame)},${yOf(value, most, frame)}`).join(' ');

/** A round number that is no less, and the steps up to it that the axis names. */
export function scaleUpTo(most: number): { most: number; ticks: number[] } {
  const power = 10 ** Math.floor(Math.log10(Math.max(4, most) / 4));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one * 4 >= most) ?? power);
  const count = Math.max(1, Math.ceil(most / step));
  return { most: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}
