import { comparedWith, daysOf, quarterBefore, quarterOf } from './quarter';

test('a quarter ends where the next one begins, over the turn of the year too', () => {
  expect(quarterOf('2026-4')).toEqual({ id: '2026-4', from: '2026-10-01', to: '2027-01-01' });
  expect(quarterBefore(quarterOf('2026-1'))).toEqual({ id: '2025-4', from: '2025-10-01', to: '2026-01-01' });
  expect(() => quarterOf('2026-5')).toThrow('no quarter');
});

test('its days are all of them, in a leap year too', () => {
  expect(daysOf(quarterOf('2028-1'))).toHaveLength(91);
  expect(daysOf(quarterOf('2026-1')).at(-1)).toBe('2026-03-31');
});

test('one that is over is compared with all of the one before', () => {
  const { own, before } = comparedWith(quarterOf('2026-2'), '2026-08-01');
  expect([own, before]).toEqual([quarterOf('2026-2'), quarterOf('2026-1')]);
  expect(comparedWith(quarterOf('2026-2'), '2026-06-30').before).toEqual(quarterOf('2026-1'));
});

test('one that runs is compared with as many days, and no more than there were', () => {
  const { own, before } = comparedWith(quarterOf('2026-2'), '2026-04-10');
  expect([own.to, before.from, before.to]).toEqual(['2026-04-11', '2026-01-01', '2026-01-11']);
  expect(comparedWith(quarterOf('2026-2'), '2026-06-30').before.to).toBe('2026-04-01');
  expect(comparedWith(quarterOf('2026-2'), '2026-06-29').before.to).toBe('2026-04-01');
  // What has not begun has no days.
  expect(daysOf(comparedWith(quarterOf('2026-2'), '2026-03-01').own)).toEqual([]);
});
