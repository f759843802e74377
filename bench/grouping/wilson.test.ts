import { wilson } from './wilson';

test.each([
  // Newcombe, R. G. (1998), table I: two of its examples, and the ends.
  [81, 263, 0.308, 0.2553, 0.3662],
  [15, 148, 0.1014, 0.0624, 0.1605],
  [0, 20, 0, 0, 0.1611],
  [20, 20, 1, 0.8389, 1],
])('%d of %d', (count, of, share, from, to) => {
  expect(wilson(count, of)).toEqual({ count, of, share, from, to });
});

test('of nothing nothing is known', () => {
  expect(wilson(0, 0)).toMatchObject({ from: 0, to: 1 });
});
