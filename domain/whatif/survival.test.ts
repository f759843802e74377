import fc from 'fast-check';
import { draw, shareAfter, survivalOf } from './survival';

/** Weeks of remission under 6-mercaptopurine (Freireich et al., Blood 21, 1963), a plus for what still went on. */
const remission = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'
  .split(' ')
  .map((text) => ({ hours: Number.parseInt(text, 10), ended: !text.endsWith('+') }));
const entry = [0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 5, 5, 8, 8, 0, 12, 12, 20, 0, 0, 20];

/** lifelines 0.30.3, KaplanMeierFitter().fit(times, ended) and the same with entry=entry. */
test.each([
  ['from the beginning', remission, [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]],
  [
    'from when one looked',
    remission.map((one, index) => ({ ...one, from: entry[index]! })),
    [0.8, 0.7273, 0.6612, 0.595, 0.5289, 0.4534, 0.3778],
  ],
])('the share that goes on, %s, is that of a reference', (_, durations, shares) => {
  const survival = survivalOf(durations);
  expect(survival.hours).toEqual([6, 7, 10, 13, 16, 22, 23]);
  for (const [index, share] of shares.entries()) expect(survival.share[index]).toBeCloseTo(share, 4);
  expect([shareAfter(survival, 5), shareAfter(survival, 100)]).toEqual([1, survival.share.at(-1)]);
});

const durations = fc.array(fc.record({ hours: fc.integer({ min: 0, max: 50 }), ended: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
});

test('what is drawn is something that has happened, later than it has lasted, and later for a higher chance', () => {
  fc.assert(
    fc.property(durations, fc.double({ min: 0, max: 0.99, noNaN: true }), fc.nat(60), (all, chance, age) => {
      const survival = survivalOf(all);
      const drawn = draw(survival, chance, age);
      expect(drawn === Number.POSITIVE_INFINITY || survival.hours.includes(drawn)).toBe(true);
      expect(drawn).toBeGreaterThanOrEqual(age);
      expect(draw(survival, Math.min(0.999, chance + 0.2), age)).toBeGreaterThanOrEqual(drawn);
    }),
  );
});

test('many draws have the distribution that they are drawn from', () => {
  const survival = survivalOf(remission);
  const drawn = Array.from({ length: 10_000 }, (_none, index) => draw(survival, index / 10_000));
  for (const [index, hours] of survival.hours.entries())
    expect(drawn.filter((one) => one > hours).length / 10_000).toBeCloseTo(survival.share[index]!, 3);
});
