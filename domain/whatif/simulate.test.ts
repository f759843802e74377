import fc from 'fast-check';
import { createRandom } from '../rounds/random';
import type { Coming, Model } from './model';
import { compare, forecast, today } from './simulate';
import { survivalOf } from './survival';

const atOnce = survivalOf([{ hours: 0, ended: true }]);

/** Days with cases that come and are worked on at random, means in hours. */
function modelOf({
  every,
  work,
  crews,
  hours = 24,
  seed = 1,
}: Record<'every' | 'work' | 'crews', number> & Partial<Record<'hours' | 'seed', number>>): Model {
  const random = createRandom(seed);
  const exponential = (mean: number) => -Math.log(1 - random.next()) * mean;
  const day = () => {
    const comings: Coming[] = [];
    for (let at = exponential(every); at < 24; at += exponential(every))
      comings.push({
        at,
        category: '',
        dueAt: at + 48,
        work: exponential(work),
        ready: false,
        outside: false,
      });
    return comings;
  };
  return {
    days: Array.from({ length: 7 }, () => Array.from({ length: 150 }, day)),
    ...{ waits: new Map([['', atOnce]]), backlog: [], keptDeadlines: [] },
    crews: Array.from({ length: 7 }, () => ({ count: crews, hours })),
  };
}

test('crews that never rest make cases wait as long as queueing theory says', () => {
  const model = modelOf({ every: 1 / 1.6, work: 1, crews: 2 });
  const { crewWait } = forecast(model, today, { days: 90, times: 40, seed: 5 });
  // Erlang C, two servers at 1.6 of 2: (6.4 / 9) / (2 - 1.6) hours (A. K. Erlang, 1917).
  expect(crewWait.mean / (6.4 / 9 / 0.4)).toBeGreaterThan(0.92);
  expect(crewWait.mean / (6.4 / 9 / 0.4)).toBeLessThan(1.08);
});

test('the same seed says the same, another one nearly', () => {
  const model = modelOf({ every: 4, work: 2, crews: 1, hours: 8 });
  const how = { days: 30, times: 20, seed: 3 };
  expect(forecast(model, today, how)).toEqual(forecast(model, today, how));
  expect(forecast(model, today, { ...how, seed: 4 })).not.toEqual(forecast(model, today, how));
});

test('one crew more, or longer days, leave nobody waiting longer', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 2, max: 8 }),
      fc.nat(50),
      (crews, every, seed) => {
        const model = modelOf({ every, work: 3, crews, hours: 8, seed: seed + 1 });
        const how = { days: 28, times: 5, seed };
        const before = forecast(model, today, how);
        const more = forecast(model, { ...today, crews: 1 }, how);
        expect(more.lateShare.mean).toBeLessThanOrEqual(before.lateShare.mean);
        expect(more.backlog.mean).toBeLessThanOrEqual(before.backlog.mean);
      },
    ),
    { numRuns: 15 },
  );
});

test('a department that has too little gets more behind from day to day, and enough crews change it', () => {
  const model = modelOf({ every: 2, work: 2, crews: 2, hours: 8 });
  const how = (days: number) => ({ days, times: 10, seed: 1 });
  const [month, quarter] = [forecast(model, today, how(30)), forecast(model, today, how(90))];
  expect(quarter.backlog.low).toBeGreaterThan(month.backlog.high);
  const helped = forecast(model, { ...today, crews: 2 }, how(90));
  expect(helped.lateShare.high).toBeLessThan(quarter.lateShare.low);
});

test('the backlog of each day begins with what waits and ends with what is left', () => {
  const waiting = { at: -24, category: '', dueAt: 12, work: 2, ready: true, outside: false };
  const quiet = { ...modelOf({ every: 9999, work: 1, crews: 1, hours: 8 }), backlog: [waiting, waiting] };
  const nobodyComes = { ...quiet, days: quiet.days.map(() => [[]]) };
  const { daily, lateShare } = forecast(nobodyComes, today, { days: 3, times: 4, seed: 1 });
  // From eight on: done at ten and at twelve, which is not too late.
  expect(daily.map(({ mean }) => mean)).toEqual([2, 0, 0, 0]);
  expect(lateShare.mean).toBe(0);
  const busy = modelOf({ every: 2, work: 3, crews: 1, hours: 8 });
  const told = forecast(busy, today, { days: 10, times: 5, seed: 1 });
  expect(told.daily).toHaveLength(11);
  expect(told.daily.at(-1)).toEqual(told.backlog);
});

test('a comparison says what each forecast says, and the difference of one and the same run', () => {
  const model = modelOf({ every: 3, work: 3, crews: 1, hours: 8 });
  const how = { days: 40, times: 20, seed: 2 };
  const more = { ...today, crews: 1 };
  const { change, ...told } = compare(model, more, how);
  expect(told).toEqual({ today: forecast(model, today, how), otherwise: forecast(model, more, how) });
  expect(change.backlog.mean).toBeCloseTo(told.otherwise.backlog.mean - told.today.backlog.mean);
  expect(change.backlog.high).toBeLessThan(0);
  expect(compare(model, today, how).change.lateShare).toEqual({ mean: 0, low: 0, high: 0 });
});

test('what comes no more makes less work; what is due first may go first', () => {
  const model = modelOf({ every: 3, work: 3, crews: 1, hours: 8 });
  const graffiti = (one: Coming, index: number) =>
    index % 2 ? { ...one, category: 'graffiti', dueAt: one.at + 480 } : one;
  const mixed = { ...model, days: model.days.map((days) => days.map((day) => day.map(graffiti))) };
  const how = { days: 40, times: 10, seed: 2 };
  const before = forecast(mixed, today, how);
  expect(forecast(mixed, { ...today, without: ['graffiti'] }, how).backlog.mean).toBeLessThan(
    before.backlog.mean,
  );
  expect(forecast(mixed, { ...today, rule: 'first-due' }, how).lateShare.mean).not.toBe(
    before.lateShare.mean,
  );
});

test('what a supplier does waits for no crew', () => {
  const model = modelOf({ every: 4, work: 1, crews: 0 });
  const given = model.days.map((days) => days.map((day) => day.map((one) => ({ ...one, outside: true }))));
  const { lateShare, crewWait } = forecast({ ...model, days: given }, today, { days: 20, times: 3, seed: 1 });
  expect([lateShare.mean, crewWait.mean]).toEqual([0, 0]);
});

test('where nobody works everything stays', () => {
  const model = modelOf({ every: 4, work: 1, crews: 0 });
  const { lateShare } = forecast(model, today, { days: 20, times: 3, seed: 1 });
  expect(lateShare).toEqual({ mean: 1, low: 1, high: 1 });
});
