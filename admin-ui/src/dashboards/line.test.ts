import { expect, test } from 'vitest';
import { pointsOf, scaleUpTo } from './line';

const frame = { width: 100, height: 50, left: 10, right: 0, top: 0, bottom: 10 };

test('values go from left to right and from nothing to the most', () => {
  expect(pointsOf([0, 5, 10], 10, frame)).toBe('10,40 55,20 100,0');
  expect(pointsOf([7], 10, frame)).toBe('10,12');
  expect(pointsOf([0, 0], 0, frame)).toBe('10,40 100,40');
});

test('the axis names a few round numbers up to one that is no less', () => {
  expect(scaleUpTo(1).ticks).toEqual([0, 1]);
  expect(scaleUpTo(7)).toEqual({ most: 8, ticks: [0, 2, 4, 6, 8] });
  for (const value of [3, 19, 20, 234, 999, 1001, 83_456]) {
    const { most, ticks } = scaleUpTo(value);
    expect(most).toBeGreaterThanOrEqual(value);
    expect(most).toBeLessThan(value * 2 + 2);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks.at(-1)).toBe(most);
  }
});
