import { expect, test } from 'vitest';
import { asToday, isAsToday, periods, readPeriod, readScenario, whatIfPath, writeScenario } from './question';

const of = (text: string) => new URLSearchParams(text);

test('an address says a scenario, and the scenario that address', () => {
  const scenario = { crews: -1, hours: 6.5, without: ['holes', 'lamps'], rule: 'first-due' as const };
  expect(readScenario(of(new URLSearchParams(writeScenario(scenario)).toString()))).toEqual(scenario);
  expect(writeScenario({ ...scenario, without: ['lamps', 'holes'] })).toEqual(writeScenario(scenario));
});

test.each(['', 'crews=99', 'crews=many', 'hours=0', 'hours=17', 'without=,', 'rule=last'])(
  'an address with %j asks for what is today',
  (text) => {
    expect(readScenario(of(text))).toEqual(asToday);
    expect(isAsToday(readScenario(of(text)))).toBe(true);
  },
);

test('periods end yesterday, the usual one first, and one of an address is among them', () => {
  const [usual, ...others] = periods('2026-11-25', null);
  expect(usual).toEqual({ id: '13', weeks: 13, from: '2026-08-26', to: '2026-11-24' });
  expect(periods('2026-11-25', { from: '2026-08-26', to: '2026-11-24' })).toEqual([usual, ...others]);
  const asked = { from: '2026-07-01', to: '2026-09-30' };
  expect(periods('2026-11-25', asked).at(-1)).toEqual({ ...asked, id: 'asked', weeks: null });
});

test('an address without two days asks for no period', () => {
  expect(readPeriod(of('from=2026-01-01&to=2026-02-28'))).toEqual({ from: '2026-01-01', to: '2026-02-28' });
  for (const text of ['', 'from=2026-01-01', 'from=then&to=now']) expect(readPeriod(of(text))).toBeNull();
});

test('who is short of a crew is led to what one more would change, of a period that is over', () => {
  const more = { ...asToday, crews: 1 };
  const quarter = { from: '2026-07-01', to: '2026-09-30' };
  expect(whatIfPath('d', quarter, '2026-11-25', more)).toBe(
    '/what-if?departmentId=d&from=2026-07-01&to=2026-09-30&crews=1',
  );
  const running = { from: '2026-10-01', to: '2026-12-31' };
  expect(whatIfPath('d', running, '2026-11-25', more)).toBe(
    '/what-if?departmentId=d&from=2026-08-26&to=2026-11-24&crews=1',
  );
});
