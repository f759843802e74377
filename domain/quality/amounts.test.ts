import fc from 'fast-check';
import { meanOf, medianOf } from './amounts';

const euros = [120, 80, 450, 95, 60, 300, 0, 210, 75, 130, 88, 640, 150, 99, 110, 70, 180, 240, 55, 310];

/** scipy 1.17.1: stats.ttest_1samp(x, 0).confidence_interval(.95). */
test('a mean with the interval of Student', () => {
  const mean = meanOf(euros);
  expect(mean.value).toBeCloseTo(173.1, 10);
  expect(mean.low).toBeCloseTo(101.15034633614921, 5);
  expect(mean.high).toBeCloseTo(245.0496536638508, 5);
});

test('no mean of amounts is below nothing', () => {
  expect(meanOf([...Array(19).fill(0), 1000])).toMatchObject({ value: 50, low: 0 });
});

/** scipy 1.17.1: np.median(x), stats.quantile_test(x, p=.5).confidence_interval(.95). */
test('a median with the interval of its order statistics', () => {
  expect(medianOf(euros)).toEqual({ value: 115, low: 80, high: 210, count: 20 });
});

/** scipy 1.17.1: the same of range(1, n + 1). */
test.each([
  [6, 1, 6],
  [20, 6, 15],
  [21, 6, 16],
  [50, 18, 33],
  [999, 469, 531],
])('of 1 to %i', (count, low, high) => {
  const amounts = Array.from({ length: count }, (_, index) => index + 1);
  expect(medianOf(amounts)).toEqual({ value: (count + 1) / 2, low, high, count });
});

test('the order of amounts changes nothing, their unit only the figures', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 6, maxLength: 200 });
  fc.assert(
    fc.property(amounts, (given) => {
      const [median, mean] = [medianOf(given), meanOf(given)];
      expect(medianOf([...given].reverse())).toEqual(median);
      expect(median.low <= median.value && median.value <= median.high).toBe(true);
      expect(mean.low <= mean.value && mean.value <= mean.high).toBe(true);
      expect(medianOf(given.map((one) => one * 100)).low).toBe(median.low * 100);
      expect(meanOf(given.map((one) => one * 100)).high).toBeCloseTo(mean.high * 100, 3);
    }),
  );
});
