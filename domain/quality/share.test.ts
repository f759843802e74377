import fc from 'fast-check';
import { shareOf } from './share';

/** scipy 1.17.1: d = stats.beta(k + .5, n - k + .5); d.mean(), d.ppf(.025), d.ppf(.975); the ends 0 and 1 by definition. */
test.each([
  [0, 20, 0.023809523809523808, 0, 0.11663898290487539],
  [3, 20, 0.16666666666666666, 0.04413134197515587, 0.348577710858454],
  [17, 20, 0.8333333333333334, 0.651422289141546, 0.9558686580248441],
  [20, 20, 0.9761904761904762, 0.8833610170951246, 1],
  [140, 200, 0.6990049751243781, 0.633962386250072, 0.7602965680927419],
  [73210, 100_000, 0.7320976790232098, 0.7293484542153699, 0.7348381106408006],
])('%i of %i', (hits, count, value, low, high) => {
  const share = shareOf(hits, count);
  expect(share.value).toBeCloseTo(value, 6);
  expect(share.low).toBeCloseTo(low, 6);
  expect(share.high).toBeCloseTo(high, 6);
});

test('those that are missing have the mirrored interval', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (count, pick) => {
      const hits = pick % (count + 1);
      const [share, rest] = [shareOf(hits, count), shareOf(count - hits, count)];
      expect(share.low).toBeLessThan(share.value);
      expect(share.value).toBeLessThan(share.high);
      expect(share.low).toBeCloseTo(1 - rest.high, 6);
      expect(share.high).toBeCloseTo(1 - rest.low, 6);
    }),
  );
});

/** Of 20 and of 60: the mean over all true shares, weighed with their binomial probabilities. */
test.each([20, 60])('of %i, intervals hold the true share in 95 of 100 cases', (count) => {
  const intervals = Array.from({ length: count + 1 }, (_, hits) => shareOf(hits, count));
  const shares = Array.from({ length: 199 }, (_, index) => (index + 1) / 200);
  const covered = shares.map((truth) => {
    let probability = (1 - truth) ** count;
    let within = 0;
    for (const [hits, { low, high }] of intervals.entries()) {
      if (low <= truth && truth <= high) within += probability;
      probability *= ((count - hits) / (hits + 1)) * (truth / (1 - truth));
    }
    return within;
  });
  const mean = covered.reduce((all, one) => all + one, 0) / covered.length;
  expect(Math.abs(mean - 0.95)).toBeLessThan(0.01);
});
