import * as fc from 'fast-check';
import { DomainError } from '../errors';
import { addWorkingMinutes, checkCalendar, workingMinutesBetween } from './calendar';
import { officeCalendar, onCallCalendar } from './defaults';
import type { CalendarRules } from './policy';

const office = officeCalendar('11-10');
const at = (text: string) => Date.parse(text);
const withHours = (opening: CalendarRules['opening']): CalendarRules => ({ ...office, opening });

describe('adding working time', () => {
  test.each([
    ['within a morning', '2026-11-24T09:00+01:00', 60, '2026-11-24T10:00+01:00'],
    ['exactly to closing time', '2026-11-27T12:00+01:00', 60, '2026-11-27T13:00+01:00'],
    ['over the lunch break', '2026-11-24T12:30+01:00', 60, '2026-11-24T15:00+01:00'],
    ['over a weekend', '2026-11-27T12:30+01:00', 60, '2026-11-30T08:30+01:00'],
    ['from a closed hour', '2026-11-28T10:00+01:00', 30, '2026-11-30T08:30+01:00'],
    ['over the patron saint (Tuesday 10 November)', '2026-11-09T12:30+01:00', 60, '2026-11-11T08:30+01:00'],
    ['over 8 December', '2026-12-07T12:30+01:00', 60, '2026-12-09T08:30+01:00'],
    ['over Easter and its Monday', '2026-04-03T12:30+02:00', 60, '2026-04-07T08:30+02:00'],
    ['over Christmas', '2026-12-24T17:00+01:00', 60, '2026-12-28T08:30+01:00'],
    ['over New Year and Epiphany', '2026-12-31T17:00+01:00', 30 + 300 + 480 + 60, '2027-01-07T09:00+01:00'],
    ['over Saint Francis, a holiday from 2026', '2027-10-01T12:30+02:00', 60, '2027-10-05T08:30+02:00'],
    ['over Saint Francis on a Wednesday', '2028-10-03T17:00+02:00', 60, '2028-10-05T08:30+02:00'],
    ['not over 4 October before 2026', '2024-10-03T17:00+02:00', 60, '2024-10-04T08:30+02:00'],
  ])('%s', (_what, from, minutes, to) => {
    expect(addWorkingMinutes(at(from), minutes, office)).toBe(at(to));
  });

  test('no time is over at once, even while closed', () => {
    const sunday = at('2026-11-29T10:00+01:00');
    expect(addWorkingMinutes(sunday, 0, office)).toBe(sunday);
  });

  test('a holiday of one year only', () => {
    const rules = { ...office, extraHolidays: ['2026-11-25'] };
    expect(addWorkingMinutes(at('2026-11-24T17:00+01:00'), 60, rules)).toBe(at('2026-11-26T08:30+01:00'));
    expect(addWorkingMinutes(at('2027-11-24T12:30+01:00'), 60, rules)).toBe(at('2027-11-25T08:30+01:00'));
  });

  test('overlapping hours count once, empty ones not at all', () => {
    const rules = withHours({
      2: [
        ['08:00', '12:00'],
        ['11:00', '13:00'],
        ['15:00', '15:00'],
      ],
    });
    const [from, to] = [at('2026-11-24T00:00+01:00'), at('2026-11-25T00:00+01:00')];
    expect(workingMinutesBetween(from, to, rules)).toBe(300);
  });
});

describe('weeks in which the clocks change', () => {
  test.each([
    ['the spring Sunday has 23 hours', '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', 23 * 60],
    ['the autumn Sunday has 25 hours', '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', 25 * 60],
  ])('%s', (_what, from, to, minutes) => {
    expect(workingMinutesBetween(at(from), at(to), onCallCalendar)).toBe(minutes);
  });

  test.each([
    ['2026-03-27T12:30+01:00', '2026-03-30T08:30+02:00'],
    ['2026-10-23T12:30+02:00', '2026-10-26T08:30+01:00'],
  ])('an hour from %s ends at local opening time', (from, to) => {
    expect(addWorkingMinutes(at(from), 60, office)).toBe(at(to));
  });

  test('a night shift loses the hour that does not exist', () => {
    const night = withHours({
      7: [
        ['01:00', '02:30'],
        ['03:00', '05:00'],
      ],
    });
    const [from, to] = [at('2026-03-29T00:00+01:00'), at('2026-03-30T00:00+02:00')];
    expect(workingMinutesBetween(from, to, night)).toBe(180);
  });
});

describe('calendars that cannot be counted with', () => {
  const everyDay = Array.from({ length: 366 }, (_, i) =>
    new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(5, 10),
  );
  test.each<[string, CalendarRules]>([
    ['opening', withHours({})],
    ['opening', withHours({ 1: [] })],
    ['opening', withHours({ 1: [['08:00', '08:00']] })],
    ['opening', withHours({ 1: [['13:00', '08:00']] })],
    ['opening', withHours({ 8: [['08:00', '13:00']] })],
    ['opening', withHours({ 1: [['8:00', '13:00']] })],
    ['opening', { ...office, extraHolidays: everyDay }],
    ['timezone', { ...office, timezone: 'Europe/Alessandria' }],
    ['holidays', { ...office, holidays: 'XX' }],
    ['holidays', { ...office, holidays: 'IT-99' }],
    ['extraHolidays', { ...office, extraHolidays: ['02-30'] }],
  ])('wrong %s is refused (%#)', (field, rules) => {
    const refusal = refused(() => addWorkingMinutes(at('2026-11-24T09:00+01:00'), 1, rules));
    expect(refusal.code).toBe('invalid-input');
    expect(Object.keys(refusal.fields)).toEqual([field]);
  });

  test('minutes have to be a sensible number', () => {
    for (const minutes of [-1, Number.NaN, Infinity, 1e9]) {
      expect(
        refused(() => addWorkingMinutes(at('2026-11-24T09:00+01:00'), minutes, office)).fields,
      ).toHaveProperty('minutes');
    }
  });

  test('every wrong part is named at once, a region is fine', () => {
    const refusal = refused(() =>
      checkCalendar({ timezone: '', opening: {}, holidays: '', extraHolidays: ['x'] }),
    );
    expect(Object.keys(refusal.fields).sort()).toEqual(['extraHolidays', 'holidays', 'opening', 'timezone']);
    expect(() => checkCalendar({ ...office, holidays: 'IT-21' })).not.toThrow();
  });
});

describe('for any instant and any time', () => {
  const instant = fc.integer({ min: at('2026-01-01'), max: at('2029-01-01') });
  const minutes = fc.integer({ min: 0, max: 3000 });
  const rules = fc.constantFrom(office, onCallCalendar);

  test('more time never ends earlier, a later start never ends earlier', () => {
    fc.assert(
      fc.property(instant, minutes, minutes, rules, (from, a, b, calendar) => {
        const end = addWorkingMinutes(from, a, calendar);
        expect(end).toBeGreaterThanOrEqual(from);
        expect(addWorkingMinutes(from, a + b, calendar)).toBeGreaterThanOrEqual(end);
        expect(addWorkingMinutes(from + b * 60_000, a, calendar)).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  test('in two steps as in one, and counted back the same', () => {
    fc.assert(
      fc.property(instant, minutes, minutes, rules, (from, a, b, calendar) => {
        const end = addWorkingMinutes(from, a + b, calendar);
        expect(addWorkingMinutes(addWorkingMinutes(from, a, calendar), b, calendar)).toBe(end);
        expect(workingMinutesBetween(from, end, calendar)).toBe(a + b);
      }),
    );
  });
});

function refused(attempt: () => unknown): DomainError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was not refused');
}
