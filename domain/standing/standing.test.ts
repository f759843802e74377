import fc from 'fast-check';
import { type Judgement, type Verdict, verdictOf } from './judgement';
import { bounds, ENOUGH, factorOf, standingOf } from './standing';
import { anyJudgement, day, judged } from './testing';

const now = Date.UTC(2026, 10, 24, 8);
const shares = new Map<number, Partial<Judgement>>([
  [1, {}],
  [0.75, { declared: 2 }],
  [0.5, { declared: 4 }],
  [0, { real: false }],
]);
type Given = [days: number, share: number];
const times = (count: number, ...given: Given): Given[] => Array.from({ length: count }, () => given);

/**
 * scipy 1.17.1: d = stats.beta(1 + sum(2 ** (-days / 365) * share), 1 + sum(2 ** (-days / 365) * (1 - share)));
 * d.mean(), d.ppf(.025), d.ppf(.975).
 */
test.each<[string, Given[], number, number, number]>([
  ['always right', times(5, 0, 1), 0.8571428571428571, 0.5407418735600995, 0.9957892554855106],
  ['never anything there', times(5, 0, 0), 0.14285714285714285, 0.00421074451448947, 0.45925812643990044],
  [
    'this and that',
    [
      [0, 1],
      [30, 0.75],
      [100, 0.5],
      [365, 0],
      [730, 1],
    ],
    ...([0.6106832557884763, 0.21901008912279005, 0.9283015325302544] as const),
  ],
  [
    'better than last year',
    [...times(20, 0, 1), ...times(4, 365, 0)],
    ...([0.875, 0.7196206640905891, 0.9722484925772068] as const),
  ],
  ['exaggerated, long ago', times(12, 700, 0.5), 0.5, 0.12726070788526855, 0.8727392921147314],
])('%s', (_what, given, mean, low, high) => {
  const judgements = given.flatMap(([days, share]) =>
    judged(1, { at: now - days * day, ...shares.get(share) }),
  );
  const standing = standingOf(judgements, now);
  expect(standing?.mean).toBeCloseTo(mean, 9);
  expect(standing?.low).toBeCloseTo(low, 6);
  expect(standing?.high).toBeCloseTo(high, 6);
  expect(standing?.factor).toBeCloseTo(0.5 + mean, 9);
  expect(factorOf(judgements, now)).toBe(standing?.factor);
});

test.each<[Partial<Judgement>, Verdict]>([
  [{}, 'as-declared'],
  [{ declared: 2 }, 'understated'],
  [{ declared: 4 }, 'exaggerated'],
  [{ real: false }, 'not-real'],
  [{ real: false, upheld: true }, 'as-declared'],
])('%p is %s', (change, verdict) => {
  expect(judged(1, change).map(verdictOf)).toEqual([verdict]);
});

const judgements = fc.array(anyJudgement, { minLength: ENOUGH, maxLength: 60 });
const standing = (all: Judgement[]) => standingOf(all, now)!;

test('of few nothing is said and nothing used', () => {
  fc.assert(
    fc.property(fc.array(anyJudgement, { maxLength: ENOUGH - 1 }), (few) => {
      expect([standingOf(few, now), factorOf(few, now)]).toEqual([null, 1]);
    }),
  );
});

test('the figure lies within its interval, the factor within its bounds, and the parts are all', () => {
  fc.assert(
    fc.property(judgements, (all) => {
      const { mean, low, high, factor, parts } = standing(all);
      expect(low).toBeLessThan(mean);
      expect(mean).toBeLessThan(high);
      expect(factor).toBeGreaterThan(bounds.low);
      expect(factor).toBeLessThan(bounds.high);
      expect(parts.map(({ caseId }) => caseId).sort()).toEqual(all.map(({ caseId }) => caseId).sort());
      for (const { counts } of parts) expect(counts > 0 && counts <= 1).toBe(true);
    }),
  );
});

test('one more that was right never harms, one more that was not there never helps', () => {
  fc.assert(
    fc.property(judgements, (all) => {
      expect(factorOf([...all, ...judged(1, { at: now })], now)).toBeGreaterThan(factorOf(all, now));
      expect(factorOf([...all, ...judged(1, { at: now, real: false })], now)).toBeLessThan(
        factorOf(all, now),
      );
    }),
  );
});

test('an appeal that is upheld never harms', () => {
  fc.assert(
    fc.property(judgements, ([first, ...others]) => {
      const upheld = [{ ...first!, upheld: true }, ...others];
      expect(factorOf(upheld, now)).toBeGreaterThanOrEqual(factorOf([first!, ...others], now));
    }),
  );
});

test('as time goes by everybody comes nearer to where somebody unknown is', () => {
  fc.assert(
    fc.property(judgements, fc.integer({ min: 1, max: 2000 }), (all, days) => {
      const away = (at: number) => Math.abs(factorOf(all, at) - 1);
      expect(away(now + days * day)).toBeLessThanOrEqual(away(now) + 1e-12);
    }),
  );
});

test('what was judged after the report that is weighed does not count yet', () => {
  fc.assert(
    fc.property(judgements, fc.integer({ min: 1, max: 2000 }), (all, days) => {
      const later = judged(ENOUGH, { at: now + days * day, real: false });
      expect(factorOf([...all, ...later], now)).toBe(factorOf(all, now));
      expect(factorOf([...all.slice(1, ENOUGH), ...later], now)).toBe(1);
    }),
  );
});

test('what may have been sent by somebody else is as if it were not there', () => {
  fc.assert(
    fc.property(fc.array(anyJudgement, { maxLength: 60 }), fc.array(anyJudgement), (all, others) => {
      const foreign = others.map((one) => ({ ...one, own: false }));
      expect(factorOf([...foreign, ...all], now)).toBe(factorOf(all, now));
      expect(standingOf([...foreign, ...all], now)).toEqual(standingOf(all, now));
    }),
  );
});
