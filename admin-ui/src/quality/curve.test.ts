import { expect, test } from 'vitest';
import { bandPoints, dayTicks, linePoints, size, xOf, yOf } from './curve';

const curve = {
  steps: [
    { days: 50, holds: 0.5, low: 0.25, high: 0.75 },
    { days: 80, holds: 0.25, low: 0, high: 0.5 },
  ],
  lastDay: 100,
};
const [left, right, top, bottom] = [48, 628, 12, 264];

test('the frame is where the axes are', () => {
  expect([xOf(0, 100), xOf(100, 100), yOf(1), yOf(0)]).toEqual([left, right, top, bottom]);
  expect(size.width - size.right).toBe(right);
});

test('a line of stairs from everything on the first day to the last day', () => {
  expect(linePoints(curve)).toBe('48,12 338,12 338,138 512,138 512,201 628,201');
  expect(linePoints({ steps: [], lastDay: 100 })).toBe('48,12 628,12');
});

test('the band goes along the upper ends and back along the lower ones', () => {
  expect(bandPoints({ ...curve, steps: curve.steps.slice(0, 1) })).toBe(
    '48,12 338,12 338,75 628,75 628,201 338,201 338,12 48,12',
  );
});

test.each([
  [0, [0]],
  [45, [0, 10, 20, 30, 40]],
  [365, [0, 90, 180, 270, 360]],
  [1100, [0, 365, 730, 1095]],
])('an axis of %i days', (lastDay, ticks) => {
  expect(dayTicks(lastDay)).toEqual(ticks);
});
