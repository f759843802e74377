import fc from 'fast-check';
import { outcomes } from './testing';
import { againstUsual, usualOf } from './usual';

const failed = { spell: { days: 182.625, recurred: true } };
/** Lamps fail once in ten place-years here, potholes once in two. */
const lamps = [...outcomes(95, { categoryId: 'lamp' }), ...outcomes(10, { categoryId: 'lamp', ...failed })];
const potholes = [...outcomes(10), ...outcomes(10, failed)];
const usual = usualOf([...lamps, ...potholes]);

test('what is usual differs from category to category', () => {
  expect(usual.rates.get('lamp')).toBeCloseTo(0.1, 12);
  expect(usual.rates.get('pothole')).toBeCloseTo(2 / 3, 12);
});

/**
 * 8 potholes in 8 years and 20 lamps in 20 are expected 8 * 2 / 3 + 20 * 0.1 = 7.33 times; 4 came back. scipy 1.17.1:
 * stats.chi2.ppf(.025, 8) / 2 / (22 / 3), stats.chi2.ppf(.975, 10) / 2 / (22 / 3).
 */
test('recurrences are compared with those of the same categories', () => {
  const year = { spell: { days: 365.25, recurred: true } };
  const own = [...outcomes(4), ...outcomes(4, year), ...outcomes(20, { categoryId: 'lamp' })];
  const ratio = againstUsual(own, usual)!;
  expect(ratio.value).toBeCloseTo(4 / (22 / 3), 10);
  expect(ratio.low).toBeCloseTo(0.14861800549449886, 6);
  expect(ratio.high).toBeCloseTo(1.3965802739186857, 6);
});

test('who mends what often breaks is not worse for it', () => {
  expect(againstUsual(potholes, usual)?.value).toBeCloseTo(1, 12);
  expect(againstUsual(lamps, usual)?.value).toBeCloseTo(1, 12);
});

test('all together are as usual, however the work is divided', () => {
  const some = fc.record({
    categoryId: fc.constantFrom('a', 'b', 'c'),
    spell: fc.record({ days: fc.integer({ min: 1, max: 400 }), recurred: fc.boolean() }),
  });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 60 }), (changes) => {
      const all = changes.flatMap((change) => outcomes(1, change));
      const ratio = againstUsual(all, usualOf(all));
      expect(ratio === null).toBe(all.every(({ spell }) => !spell.recurred));
      if (ratio) expect(ratio.value).toBeCloseTo(1, 9);
    }),
  );
});

test('where nothing is expected there is nothing to compare with', () => {
  expect(againstUsual(outcomes(30), usualOf(outcomes(30)))).toBeNull();
});
