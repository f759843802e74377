import { expect, test } from 'vitest';
import { inDays, spanOf } from './days';

test('a day in so many days, across months and the change of clocks', () => {
  expect(inDays(30, new Date(2026, 11, 15, 23, 59))).toBe('2027-01-14');
  expect(inDays(1, new Date(2026, 2, 28, 0, 1))).toBe('2026-03-29');
  expect(inDays(0, new Date(2026, 0, 5))).toBe('2026-01-05');
});

test.each([
  [60_000, 'hours', 1],
  [47 * 3_600_000, 'hours', 47],
  [48 * 3_600_000, 'days', 2],
  [10 * 24 * 3_600_000, 'days', 10],
])('%d milliseconds are so many %s: %d', (ms, unit, count) => {
  expect(spanOf(ms)).toEqual({ unit, count });
});
