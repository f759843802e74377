import fc from 'fast-check';
import { type Likeness, scoreOf } from '../../domain/grouping/score';
import { CONSTANT, features, NAMES, weightsFrom } from './features';
import { fitWeights } from './fit';

const shape = { spread: 0.2, usualWords: 0.1 };
const positive = (max: number) => fc.double({ min: 0, max, noNaN: true });
const likeness = fc.record<Likeness>({
  metres: positive(300),
  accuracyMetres: fc.constant(0),
  radiusMetres: fc.constantFrom(50, 100, 200),
  hours: positive(2000),
  closedHours: fc.option(positive(2000)),
  kinship: fc.constantFrom('same', 'group', 'other'),
  words: fc.option(positive(1)),
  numbers: fc.constantFrom('shared', 'different', null),
});

test('what is fitted is what the product scores by', () => {
  const fitted = NAMES.map((_, index) => (index + 1) / 10);
  fc.assert(
    fc.property(likeness, (one) => {
      const terms = features(one, shape, true);
      const logOdds = terms.reduce((sum, term, index) => sum + term * fitted[index]!, 0);
      expect(scoreOf(one, weightsFrom(fitted, shape))).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 9);
    }),
  );
});

test('finds the share that verdicts agree on', () => {
  const verdicts = [true, true, true, false].map((same) => ({ features: [1], same }));
  const { fitted } = fitWeights([], verdicts, 1, 0);
  expect(fitted[0]).toBeCloseTo(Math.log(3), 5);
});

test('learns from choices what the right ones have more of, and lets nothing fall below zero', () => {
  const choice = {
    options: [
      [2, 0],
      [1, 1],
      [0, 3],
    ],
    right: [0],
  };
  const { fitted } = fitWeights([choice, choice], [], 2, -1);
  expect(fitted[0]).toBeGreaterThan(0);
  expect(fitted[1]).toBe(0);
});

test('the slope is flat where it has come to rest', () => {
  const verdicts = [
    { features: [1, 1], same: true },
    { features: [0.5, 1], same: false },
    { features: [0, 1], same: false },
    { features: [0.2, 1], same: true },
  ];
  const choices = [
    {
      options: [
        [3, 1],
        [1, 1],
      ],
      right: [0],
    },
  ];
  const { fitted } = fitWeights(choices, verdicts, 2, 1);
  const posterior = (b: number[]) => {
    const at = (x: number[]) => x[0]! * b[0]! + x[1]! * b[1]!;
    const said = verdicts.map(({ features: x, same }) => -Math.log1p(Math.exp(same ? -at(x) : at(x))));
    const chosen = choices.map(
      ({ options }) => at(options[0]!) - Math.log(Math.exp(at(options[0]!)) + Math.exp(at(options[1]!))),
    );
    // The weight that is not free comes from a normal distribution.
    return [...said, ...chosen].reduce((sum, one) => sum + one, 0) - b[0]! ** 2 / 2;
  };
  for (const index of [0, 1]) {
    for (const step of [-0.01, 0.01]) {
      const moved = fitted.map((value, i) => (i === index ? value + step : value));
      expect(posterior(moved)).toBeLessThan(posterior(fitted));
    }
  }
  expect(CONSTANT).toBe(NAMES.length - 1);
});
