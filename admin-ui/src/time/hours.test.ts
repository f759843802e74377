import { expect, test } from 'vitest';
import { dayAfter, dayOf, instantOf, sayDay, sayHour } from './hours';

test.each([
  ['2026-11-25', '07:30', '2026-11-25T06:30:00.000Z'],
  ['2026-07-01', '07:30', '2026-07-01T05:30:00.000Z'],
  // The night on which the clocks go back, and the one on which they go forward.
  ['2026-10-25', '07:30', '2026-10-25T06:30:00.000Z'],
  ['2026-03-29', '07:30', '2026-03-29T05:30:00.000Z'],
  ['2026-03-29', '00:30', '2026-03-28T23:30:00.000Z'],
])('%s at %s is %s', (day, hour, instant) => {
  expect(instantOf(day, hour)).toBe(instant);
  expect([dayOf(new Date(instant)), sayHour(instant, 'it')]).toEqual([day, hour]);
});

test('days are counted as on a calendar', () => {
  expect([dayAfter('2026-03-28', 1), dayAfter('2026-03-01', -1)]).toEqual(['2026-03-29', '2026-02-28']);
  expect(sayDay('2026-11-25T23:30:00Z', 'it')).toBe('giovedì 26 novembre');
});
