import { expect, test } from 'vitest';
import { aboveZero, decimal, readDecimal } from './decimal';

test.each([
  ['1,5', 1.5],
  ['1.5', 1.5],
  [' 12,50 ', 12.5],
  ['0', 0],
  ['120', 120],
])('%j is %d', (text, value) => {
  expect(readDecimal(text)).toBe(value);
  expect(decimal(text)).toBeUndefined();
});

test.each(['1.234', '1.234,50', '1,', '-1', '1e3', 'due', '1 000'])('%j is asked again', (text) => {
  expect(readDecimal(text)).toBeNull();
  expect(decimal(text)).toBe('app.error.decimal');
});

test('nothing is neither right nor wrong; a quantity of nothing is wrong', () => {
  expect([decimal(null), decimal(''), aboveZero(null), aboveZero('0,5')]).toEqual(Array(4).fill(undefined));
  expect(aboveZero('0,0')).toBe('app.error.aboveZero');
});
