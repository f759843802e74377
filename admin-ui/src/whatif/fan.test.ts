import { expect, test } from 'vitest';
import { bandPoints, frames, linePoints, ticksUpTo, weekly, xOf, yOf } from './fan';

const scale = { frame: frames.wide, days: 10, most: 100 };
const daily = [
  { mean: 50, low: 50, high: 50 },
  { mean: 60, low: 25, high: 100 },
];

test('the frame is where the axes are', () => {
  expect([xOf(scale, 0), xOf(scale, 10), yOf(scale, 100), yOf(scale, 0)]).toEqual([48, 744, 16, 280]);
});

test('the line goes along the middles, the band along the upper ends and back along the lower ones', () => {
  expect(linePoints(scale, daily)).toBe('48,148 117.6,121.6');
  expect(bandPoints(scale, daily)).toBe('48,148 117.6,16 117.6,214 48,148');
});

test.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [48, [0, 10, 20, 30, 40, 50]],
  [260, [0, 100, 200, 300]],
  [1000, [0, 200, 400, 600, 800, 1000]],
  [101, [0, 50, 100, 150]],
])('an axis up to %i', (most, ticks) => {
  expect(ticksUpTo(most)).toEqual(ticks);
});

test('weeks end on every seventh day', () => {
  expect(weekly(Array.from({ length: 15 }, (_none, day) => day))).toEqual([
    { week: 0, value: 0 },
    { week: 1, value: 7 },
    { week: 2, value: 14 },
  ]);
});
