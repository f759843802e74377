import fc from 'fast-check';
import { createRandom } from '../rounds/random';
import type { Spell } from './spell';
import { curveOf, FEWEST_WATCHED, holdsFor, medianDays, readableUntil } from './survival';

const recurred = (...days: number[]): Spell[] => days.map((day) => ({ days: day, recurred: true }));
const watched = (...days: number[]): Spell[] => days.map((day) => ({ days: day, recurred: false }));

/** Freireich et al. 1963, Blood 21: weeks of remission under 6-mercaptopurine, the example of most textbooks. */
const remissions = [
  ...recurred(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...watched(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
];
const repairs = [
  ...recurred(12, 30, 45, 60, 90, 120, 200, 240, 333),
  ...watched(30, 88, 90, 150, 300, 364, ...Array(11).fill(365)),
];

const rounded = (spells: Spell[]) =>
  curveOf(spells).map(({ days, atRisk, recurred, holds, error, low, high }) => [
    ...[days, atRisk, recurred],
    ...[holds, error, low, high].map((value) => Number(value.toFixed(6))),
  ]);

/**
 * lifelines 0.30.3: kmf = KaplanMeierFitter().fit(T, E); kmf.event_table, kmf.survival_function_, error
 * S * sqrt(kmf._cumulative_sq_), kmf.confidence_interval_. The first four columns also in Kalbfleisch, Prentice 2002.
 */
test('remissions as in the textbooks', () => {
  expect(rounded(remissions)).toEqual([
    [6, 21, 3, 0.857143, 0.07636, 0.619718, 0.951552],
    [7, 17, 1, 0.806723, 0.086935, 0.563147, 0.922809],
    [10, 15, 1, 0.752941, 0.09635, 0.5032, 0.889362],
    [13, 12, 1, 0.690196, 0.106815, 0.43161, 0.849066],
    [16, 11, 1, 0.627451, 0.114054, 0.367511, 0.804912],
    [22, 7, 1, 0.537815, 0.128234, 0.267779, 0.746791],
    [23, 6, 1, 0.448179, 0.134591, 0.188052, 0.680143],
  ]);
});

/** The same of repairs in days; predict(90) = 0.8006688963210702, predict(365) = 0.6107666580910729. */
test('repairs of which eleven hold for a year', () => {
  expect(rounded(repairs).map(([days, , , holds]) => [days, holds])).toEqual([
    [12, 0.961538],
    [30, 0.923077],
    [45, 0.882943],
    [60, 0.842809],
    [90, 0.800669],
    [120, 0.756187],
    [200, 0.708926],
    [240, 0.661664],
    [333, 0.610767],
  ]);
  const [quarter, year] = [holdsFor(90, repairs)!, holdsFor(365, repairs)!];
  expect(quarter.value).toBeCloseTo(0.8006688963210702, 12);
  expect(quarter.low).toBeCloseTo(0.584902, 6);
  expect(quarter.high).toBeCloseTo(0.911969, 6);
  // Twenty that were watched so long, four that came back before.
  expect(quarter.count).toBe(24);
  expect(year.value).toBeCloseTo(0.6107666580910729, 12);
  expect([year.low, year.high].map((end) => Number(end.toFixed(6)))).toEqual([0.380779, 0.777427]);
});

/** lifelines 0.30.3: kmf.median_survival_time_, median_survival_times(kmf.confidence_interval_); infinite is null here. */
test.each([
  ['remissions', remissions, { value: 23, low: 13, high: null }],
  ['repairs', repairs, { value: null, low: 200, high: null }],
  ['none that came back', watched(10, 400), { value: null, low: null, high: null }],
])('the median of %s', (_, spells, median) => {
  expect(medianDays(curveOf(spells))).toEqual(median);
});

/** lifelines 0.30.3 as well, but for the last step: it says 0 to 0 there, R's survfit that it does not know. */
test('where none holds any longer, how few might is not known better than before', () => {
  expect(
    rounded(recurred(1, 2, 3, 4)).map(([days, , , holds, , low, high]) => [days, holds, low, high]),
  ).toEqual([
    [1, 0.75, 0.127947, 0.960549],
    [2, 0.5, 0.057847, 0.844861],
    [3, 0.25, 0.008948, 0.665325],
    [4, 0, 0, 0.665325],
  ]);
  expect(medianDays(curveOf(recurred(1, 2, 3, 4)))).toEqual({ value: 2, low: 1, high: null });
});

/** scipy 1.17.1: stats.binomtest(30, 30).proportion_ci(.95, 'exact').low. */
test('that nothing came back yet is not certainty', () => {
  const spells = watched(...Array(30).fill(100), ...Array(9).fill(400));
  expect(holdsFor(90, spells.slice(0, 30))?.low).toBeCloseTo(0.8842966917779725, 12);
  expect(holdsFor(90, spells)).toMatchObject({ value: 1, high: 1, count: 39 });
});

test('what too few were watched for is not said', () => {
  expect(holdsFor(365, watched(...Array(FEWEST_WATCHED - 1).fill(365), ...Array(50).fill(100)))).toBeNull();
  expect(holdsFor(365, watched(...Array(FEWEST_WATCHED).fill(365), ...Array(50).fill(100)))).not.toBeNull();
  expect(holdsFor(365, [])).toBeNull();
});

test('that nearly all came back is said, although few are left to watch', () => {
  const failed = recurred(...Array(18).fill(20));
  expect(holdsFor(365, failed)).toMatchObject({ value: 0, low: 0, count: 18 });
  expect(holdsFor(365, [...failed, ...watched(30, 365)])?.value).toBeCloseTo(0.1, 12);
  expect(holdsFor(365, [...failed, ...watched(30, 40, 50)])).toBeNull();
});

test('a curve is read while ten are watched, or to its end where hardly any are lost', () => {
  expect(readableUntil(watched(...Array.from({ length: 30 }, (_, day) => day)))).toBe(20);
  expect(readableUntil([...recurred(...Array(18).fill(20)), ...watched(30, 365)])).toBe(365);
  expect(readableUntil(watched(1, 2, 3))).toBe(0);
  expect(readableUntil([])).toBe(0);
});

const spell = fc.record({ days: fc.integer({ min: 0, max: 400 }), recurred: fc.boolean() });

test('a curve sinks from one to nothing, within its interval, whatever the order of the repairs', () => {
  fc.assert(
    fc.property(fc.array(spell, { maxLength: 120 }), (spells) => {
      const steps = curveOf(spells);
      for (const [index, { holds, low, high, error, atRisk, recurred }] of steps.entries()) {
        expect(holds).toBeLessThan(steps[index - 1]?.holds ?? 1);
        expect(0 <= low && low <= holds && holds <= high && high <= 1 && error >= 0).toBe(true);
        expect(recurred).toBeLessThanOrEqual(atRisk);
      }
      expect(curveOf([...spells].reverse())).toEqual(steps);
      expect(steps.reduce((all, step) => all + step.recurred, 0)).toBe(
        spells.filter((one) => one.recurred).length,
      );
    }),
  );
});

test('the share that holds is said on every day that the curve is read to', () => {
  fc.assert(
    fc.property(fc.array(spell, { minLength: 1, maxLength: 60 }), fc.nat(450), (spells, day) => {
      const until = readableUntil(spells);
      if (until > 0) expect(holdsFor(until, spells)).not.toBeNull();
      if (until > 0 && day <= until) expect(holdsFor(day, spells)).not.toBeNull();
    }),
  );
});

test('where all were watched to the end it is the plain share, with its binomial error', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 80 }), (days) => {
      for (const step of curveOf(recurred(...days))) {
        const share = days.filter((day) => day > step.days).length / days.length;
        expect(step.holds).toBeCloseTo(share, 10);
        expect(step.error).toBeCloseTo(Math.sqrt((share * (1 - share)) / days.length), 10);
      }
    }),
  );
});

test('of 60 repairs, some not watched to the end, intervals hold the truth in about 95 of 100 cases', () => {
  const random = createRandom(7);
  let within = 0;
  for (let run = 0; run < 1000; run++) {
    const spells = Array.from({ length: 60 }, (): Spell => {
      const [fails, ends] = [-Math.log(1 - random.next()) * 300, 365 * random.next() + 60];
      return { days: Math.min(fails, ends), recurred: fails < ends };
    });
    const held = holdsFor(180, spells);
    const truth = Math.exp(-180 / 300);
    if (held && held.low <= truth && truth <= held.high) within += 1;
  }
  expect(within).toBeGreaterThan(930);
  expect(within).toBeLessThan(970);
});
