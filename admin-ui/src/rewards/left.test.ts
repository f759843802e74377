import { expect, test } from 'vitest';
import { leftOf } from './left';

test.each([
  [{ stock: null, taken: 3 }, '∞'],
  [{ stock: 5, taken: 3 }, '2'],
  [{ stock: 2, taken: 3 }, '0'],
  [{ stock: 5 }, '5'],
])('%j leaves %s', (row, left) => {
  expect(leftOf(row)).toBe(left);
});
