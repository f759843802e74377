import fc from 'fast-check';
import { JOIN, type Likeness, SHOW, SUGGEST, scoreOf, searchRadius } from './score';

const likeness = fc.record<Likeness>({
  metres: fc.double({ min: 0, max: 5000, noNaN: true }),
  accuracyMetres: fc.double({ min: 0, max: 3000, noNaN: true }),
  radiusMetres: fc.double({ min: 1, max: 1000, noNaN: true }),
  hours: fc.double({ min: 0, max: 20_000, noNaN: true }),
  closedHours: fc.option(fc.double({ min: 0, max: 20_000, noNaN: true })),
  kinship: fc.constantFrom('same', 'group', 'other'),
  words: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  numbers: fc.constantFrom('shared', 'different', null),
});
/** The one that is at least as alike is the first. */
const neverLower = (better: Likeness, worse: Likeness) =>
  expect(scoreOf(better)).toBeGreaterThanOrEqual(scoreOf(worse));
const sorted = (max: number) =>
  fc
    .tuple(fc.double({ min: 0, max, noNaN: true }), fc.double({ min: 0, max, noNaN: true }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

test('a score is a probability', () => {
  fc.assert(
    fc.property(likeness, (one) => {
      expect(scoreOf(one)).toBeGreaterThanOrEqual(0);
      expect(scoreOf(one)).toBeLessThanOrEqual(1);
    }),
  );
});

test.each(['metres', 'hours', 'closedHours'] as const)('less %s never scores lower', (name) => {
  fc.assert(
    fc.property(likeness, sorted(10_000), (one, [less, more]) =>
      neverLower({ ...one, [name]: less }, { ...one, [name]: more }),
    ),
  );
});

test('an open case never scores lower than one that was closed', () => {
  fc.assert(fc.property(likeness, (one) => neverLower({ ...one, closedHours: null }, one)));
});

test('words that are more alike never score lower', () => {
  fc.assert(
    fc.property(likeness, sorted(1), (one, [less, more]) =>
      neverLower({ ...one, words: more }, { ...one, words: less }),
    ),
  );
});

test('closer kin never scores lower', () => {
  fc.assert(
    fc.property(likeness, (one) => {
      neverLower({ ...one, kinship: 'same' }, { ...one, kinship: 'group' });
      neverLower({ ...one, kinship: 'group' }, { ...one, kinship: 'other' });
    }),
  );
});

test('a number in common never scores lower, and one that differs never higher, than none', () => {
  fc.assert(
    fc.property(likeness, (one) => {
      neverLower({ ...one, numbers: 'shared' }, { ...one, numbers: null });
      neverLower({ ...one, numbers: null }, { ...one, numbers: 'different' });
    }),
  );
});

test('a vague position proves less than an exact one at the very same place', () => {
  const here: Likeness = {
    metres: 0,
    accuracyMetres: 5,
    radiusMetres: 100,
    hours: 1,
    closedHours: null,
    kinship: 'same',
    words: null,
    numbers: null,
  };
  expect(scoreOf({ ...here, accuracyMetres: 200 })).toBeLessThan(scoreOf(here));
});

test('the thresholds stand in their order', () => {
  expect(SHOW).toBeLessThan(SUGGEST);
  expect(SUGGEST).toBeLessThan(JOIN);
});

test.each([
  [100, null, 100],
  [100, 0, 100],
  [100, 30, 130],
  [100, 5000, 350],
  [30, null, 100],
  [200, 10, 210],
])('a radius of %d m and an accuracy of %s m search %d m', (radius, accuracy, metres) => {
  expect(searchRadius(radius, accuracy)).toBe(metres);
});
