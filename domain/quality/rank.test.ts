import fc from 'fast-check';
import type { Estimate } from './estimate';
import { ranksOf } from './rank';

const between = (low: number, high: number): Estimate => ({ low, value: (low + high) / 2, high, count: 30 });

test('whose intervals overlap are equal, and who has no figure has no rank', () => {
  const [best, near, third, last] = [between(4.5, 4.8), between(4.2, 4.6), between(4, 4.4), between(2, 3)];
  expect(ranksOf([third, best, null, last, near], 'high')).toEqual([2, 1, null, 4, 1]);
  expect(ranksOf([third, best, null, last, near], 'low')).toEqual([2, 3, null, 1, 2]);
});

test('touching intervals are not told apart', () => {
  expect(ranksOf([between(1, 2), between(2, 3)], 'low')).toEqual([1, 1]);
});

test('somebody is first, and nobody stands before whom they are surely worse than', () => {
  const estimate = fc
    .tuple(fc.double({ min: 0, max: 9, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }))
    .map(([low, width]) => between(low, low + width));
  fc.assert(
    fc.property(fc.array(estimate, { minLength: 1, maxLength: 30 }), (estimates) => {
      const ranks = ranksOf(estimates, 'high');
      expect(ranks).toContain(1);
      for (const [i, a] of estimates.entries())
        for (const [j, b] of estimates.entries())
          if (a.low > b.high) expect(ranks[i]).toBeLessThan(ranks[j]!);
    }),
  );
});
