import { expect, test } from 'vitest';
import { changeOf, topOf, valuesOf } from './trend';
import type { TeamMonth } from './types';

const month = (change: Partial<TeamMonth> = {}): TeamMonth => ({
  ...{ month: '2026-01-01', repaired: 10, measured: 10, inTime: 5, rated: 10, stars: 3 },
  ...change,
});
/** Twelve whole months, and the first day of the next. */
const year = (now: Partial<TeamMonth>) => [
  ...Array(6).fill(month()),
  ...Array(6).fill(month(now)),
  month({ repaired: 0, measured: 0, inTime: 0, rated: 0, stars: null }),
];

test('a month of which too little is known has no value', () => {
  const months = [month(), month({ measured: 0, inTime: 0, rated: 0, stars: null })];
  expect(valuesOf(months, 'inTime')).toEqual([0.5, null]);
  expect(valuesOf(months, 'stars')).toEqual([3, null]);
  expect(valuesOf(months, 'repaired')).toEqual([10, 10]);
  expect([topOf([3, 20], 'repaired'), topOf([null, 0], 'repaired'), topOf([0.5], 'inTime')]).toEqual([
    20, 5, 1,
  ]);
});

test.each([
  ['stars', { stars: 3.5 }, 'better'],
  ['stars', { stars: 3.05 }, 'same'],
  ['inTime', { inTime: 4 }, 'less'],
  ['repaired', { repaired: 12 }, 'better'],
  ['repaired', {}, 'same'],
  ['stars', { rated: 0, stars: null }, null],
  ['inTime', { measured: 3, inTime: 3 }, null],
] as const)('%s: %j is %s', (name, now, change) => {
  expect(changeOf(year(now), name)).toBe(change);
});
