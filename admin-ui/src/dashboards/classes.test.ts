import { expect, test } from 'vitest';
import { classColours, colourOf, limitsOf, withAny } from './classes';
import type { Square } from './types';

const square = (need: number): Square => ({
  geometry: { type: 'Polygon', coordinates: [] },
  properties: { cell: `${need},0`, cases: 1, people: 1, need, recurrences: 0 },
});
const squares = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 500].map(square);

test('every class has as many squares, however large the largest is', () => {
  const limits = limitsOf(squares, 'need');
  expect(limits).toEqual([2, 4, 6, 8, 500]);
  const counts = classColours.map(
    (colour) =>
      withAny(squares, 'need').filter(({ properties }) => colourOf(properties.need, limits) === colour)
        .length,
  );
  expect(counts).toEqual([2, 2, 2, 2, 2]);
});

test('where nearly all are alike there are fewer classes, the most still the darkest', () => {
  const limits = limitsOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 3].map(square), 'need');
  expect(limits).toEqual([1, 3]);
  expect([colourOf(1, limits), colourOf(3, limits)]).toEqual([classColours[3], classColours[4]]);
});

test('squares without any are not shown', () => {
  expect(withAny(squares, 'need')[0]?.properties.need).toBe(500);
  expect(withAny(squares, 'need')).toHaveLength(10);
  expect(limitsOf(squares, 'recurrences')).toEqual([]);
});
