import { compareNumbers } from './numbers';

test.each([
  ['Lamp 13 is out', 'Lamp 13 still out', 'shared'],
  ['Lamp 13 is out', 'Lamp 14 is out', 'different'],
  ['Lamps 13 and 14', 'lamp no. 14', 'shared'],
  ['in front of 12a', 'in front of 12b', 'shared'],
  ['Lamp 1', 'Lamp 13', 'different'],
  ['Lamp 13', 'The lamp is out', null],
  ['The lamp is out', 'No light', null],
  ['Lamp 13', null, null],
] as const)('%s / %s: %s', (one, other, expected) => {
  expect(compareNumbers(one, other)).toBe(expected);
  expect(compareNumbers(other, one)).toBe(expected);
});
