import { placeYears, spellOf } from './spell';

const at = (day: number) => Date.UTC(2026, 0, 5) + day * 86_400_000;
const watch = { repairedAt: at(0), backAt: null, until: at(100), windowDays: 365 };

test.each([
  ['still holds', {}, { days: 100, recurred: false }],
  ['came back', { backAt: at(12.5) }, { days: 12.5, recurred: true }],
  ['came back after what is known', { backAt: at(101) }, { days: 100, recurred: false }],
  ['held for as long as anybody looks', { until: at(500) }, { days: 365, recurred: false }],
  [
    'came back when nobody looked any longer',
    { backAt: at(400), until: at(500) },
    { days: 365, recurred: false },
  ],
  ['was repaired after what is known', { until: at(-1) }, { days: 0, recurred: false }],
])('a repair that %s', (_, change, spell) => {
  expect(spellOf({ ...watch, ...change })).toEqual(spell);
});

test('two places for half a year are one place-year', () => {
  expect(
    placeYears([
      { days: 182.625, recurred: false },
      { days: 182.625, recurred: true },
    ]),
  ).toBe(1);
});
