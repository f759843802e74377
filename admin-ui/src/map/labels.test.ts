import { expect, test } from 'vitest';
import { type House, labelsOf, shownAt } from './labels';

/** A house at a pixel of the map. */
const house = (street: string, number: string, x: number, y: number): House => ({
  ...{ street, number },
  longitude: x,
  latitude: y,
});
const words = (houses: House[], shown: 'numbers' | 'names') =>
  labelsOf(houses, shown, { x: 300, y: 200 }, ({ longitude, latitude }) => ({
    x: longitude,
    y: latitude,
  })).map((one) => one.words);

test('the first number of each street carries its name', () => {
  const houses = [house('Via Roma', '1', 0, 0), house('Via Roma', '3', 0, 40), house('Via Pisa', '2', 0, 80)];
  expect(words(houses, 'numbers')).toEqual(['1 Via Roma', '3', '2 Via Pisa']);
  expect(words(houses, 'names')).toEqual(['Via Roma', 'Via Pisa']);
});

test('no label stands over another; a street whose first number had no room is named by the next', () => {
  const houses = [
    house('Via Roma', '1', 0, 0),
    house('Via Pisa', '2', 30, 8),
    house('Via Pisa', '4', 30, 20),
  ];
  expect(words(houses, 'numbers')).toEqual(['1 Via Roma', '4 Via Pisa']);
  // Beside it there is room.
  expect(words([house('Via Roma', '1', 0, 0), house('Via Pisa', '2', 80, 0)], 'numbers')).toHaveLength(2);
});

test('what the edge would cut off is not shown: a street is named where there is room', () => {
  const cut = [
    house('Via Roma', '1', 280, 0),
    house('Via Roma', '3', -5, 40),
    house('Via Roma', '5', 0, 195),
  ];
  expect(words(cut, 'numbers')).toEqual([]);
  expect(words([...cut, house('Via Roma', '7', 100, 100)], 'numbers')).toEqual(['7 Via Roma']);
});

test('what is shown depends on how close one looks', () => {
  expect([12, 13, 16, 17, 19].map(shownAt)).toEqual(['nothing', 'names', 'names', 'numbers', 'numbers']);
});
