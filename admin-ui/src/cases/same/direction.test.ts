import { expect, test } from 'vitest';
import { directionOf } from './direction';

const older = { id: 'b', number: 'C-1', openedAt: '2026-01-01T00:00:00Z' };
const newer = { id: 'a', number: 'C-2', openedAt: '2026-01-02T00:00:00Z' };

test('the newer case goes into the older, from whichever page', () => {
  expect(directionOf(older, newer)).toEqual({ from: newer, into: older });
  expect(directionOf(newer, older)).toEqual({ from: newer, into: older });
});

test('of two opened at once it is the same one from both pages', () => {
  const twin = { ...older, id: 'c' };
  expect(directionOf(older, twin)).toEqual(directionOf(twin, older));
});
