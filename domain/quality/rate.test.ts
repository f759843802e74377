import { rateOf } from './rate';

/** scipy 1.17.1: stats.chi2.ppf(.025, 2 * n) / 2 / T (0 of none), stats.chi2.ppf(.975, 2 * n + 2) / 2 / T. */
test.each([
  [0, 12.5, 0, 0, 0.2951103563291148],
  [1, 12.5, 0.08, 0.00202542463874319, 0.44573147127511187],
  [7, 31, 0.22580645161290322, 0.09078590488773759, 0.4652475923129799],
  [120, 88.2, 1.3605442176870748, 1.1280263676410283, 1.6268773851400482],
])('%i in %d place-years', (events, exposure, value, low, high) => {
  const rate = rateOf(events, exposure);
  expect(rate.value).toBeCloseTo(value, 10);
  expect(rate.low).toBeCloseTo(low, 7);
  expect(rate.high).toBeCloseTo(high, 7);
});

test('an exact interval holds the true mean in 95 of 100 cases at least, whatever it is', () => {
  const intervals = Array.from({ length: 80 }, (_, events) => rateOf(events, 1));
  for (let mean = 0.05; mean < 25; mean += 0.05) {
    let probability = Math.exp(-mean);
    let within = 0;
    for (const [events, { low, high }] of intervals.entries()) {
      if (low <= mean && mean <= high) within += probability;
      probability *= mean / (events + 1);
    }
    expect(within).toBeGreaterThanOrEqual(0.95);
  }
});
