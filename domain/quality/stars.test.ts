import fc from 'fast-check';
import { levelsOf, starsOf, usualLevels } from './stars';

/** Ten of these weigh 0.6, 0.8, 1.4, 3.2 and 4 ratings. */
const usual = [0.06, 0.08, 0.14, 0.32, 0.4];

/**
 * Posterior a = levels + 10 * usual. Exact ends: numpy 2.4.6, np.quantile(rng.dirichlet(a, 2_000_000) @ [1,2,3,4,5],
 * [.025, .975]) with rng = np.random.default_rng(20261125). Value: a @ [1,2,3,4,5] / a.sum().
 */
test.each([
  [[2, 1, 4, 9, 14], 4.03, 3.6424, 4.3529],
  [[0, 0, 0, 0, 10], 4.46, 3.9561, 4.7965],
  [[10, 0, 0, 0, 30], 3.984, 3.5018, 4.3951],
  [[0.5, 1.5, 3, 2, 3], 3.735, 3.1879, 4.2181],
])('%j as exactly as a Dirichlet', (levels, value, low, high) => {
  const stars = starsOf(levels, usual);
  expect(stars.value).toBeCloseTo(value, 12);
  expect(Math.abs(stars.low - low)).toBeLessThan(0.02);
  expect(Math.abs(stars.high - high)).toBeLessThan(0.02);
});

/** scipy 1.17.1: 1 + 4 * stats.beta.ppf([.025, .975], m * s, (1 - m) * s), s = m * (1 - m) / v - 1, of the Dirichlet's m and v. */
test('the interval is that of the Beta distribution with the same mean and variance', () => {
  const { low, high } = starsOf([2, 1, 4, 9, 14], usual);
  expect(low).toBeCloseTo(3.653757049934906, 6);
  expect(high).toBeCloseTo(4.362089942306305, 6);
});

test('one repair that many rated counts as one', () => {
  expect(levelsOf([[5], [1, 1, 1, 5], []].filter((stars) => stars.length > 0))).toEqual([
    0.75, 0, 0, 0, 1.25,
  ]);
});

test('usual shares add up to one, and none is nothing', () => {
  expect(usualLevels([0, 0, 0, 0, 5])).toEqual([0.1, 0.1, 0.1, 0.1, 0.6]);
});

test('between what is usual and what was given, the nearer to this the more there are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 5, maxLength: 5 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 5, maxLength: 5 }),
      (levels, others) => {
        fc.pre(levels.some((level) => level > 0));
        const prior = usualLevels(others);
        const mean = (weights: readonly number[]) =>
          weights.reduce((all, weight, index) => all + weight * (index + 1), 0) /
          weights.reduce((all, weight) => all + weight, 0);
        const [few, many] = [
          starsOf(levels, prior),
          starsOf(
            levels.map((level) => level * 10),
            prior,
          ),
        ];
        for (const { low, value, high } of [few, many]) {
          expect(1 <= low && low < value && value < high && high <= 5).toBe(true);
          expect(value).toBeGreaterThanOrEqual(Math.min(mean(prior), mean(levels)) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(mean(prior), mean(levels)) + 1e-9);
        }
        const away = ({ value }: { value: number }) => Math.abs(value - mean(levels));
        expect(away(many)).toBeLessThanOrEqual(away(few) + 1e-9);
      },
    ),
  );
});
