import fc from 'fast-check';
import { claimOf, daysBetween, type PlaceRepair } from './claim';

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const repair = (on: string, change: Partial<PlaceRepair> = {}): PlaceRepair => ({
  ...{ id: on, caseId: 'first', at: noon(on), on, categoryId: 'pothole' },
  ...{ supplierId: 'asphalt', contractId: 'roads', warrantyUntil: '2026-03-29' },
  ...change,
});
const back = (on: string, categoryId = 'pothole') => ({ at: noon(on), on, categoryId });

test.each([
  ['2026-03-28', 1],
  ['2026-03-29', 0],
  ['2026-03-30', null],
])('what comes back on %s, the last day being the 29th', (on, daysLeft) => {
  expect(claimOf(back(on), [repair('2025-03-29')])?.daysLeft ?? null).toBe(daysLeft);
});

test('the grounds name the repair, both days and whether it is the same problem', () => {
  const done = repair('2025-10-01');
  expect(claimOf(back('2025-12-24'), [done])).toEqual({
    ...{ repair: done, backOn: '2025-12-24', daysLeft: 95, sameCategory: true },
  });
  expect(claimOf(back('2025-12-24', 'kerb'), [done])?.sameCategory).toBe(false);
});

test('who mended last answers for the place', () => {
  const [asphalt, crew] = [
    repair('2025-06-01'),
    repair('2025-08-01', { supplierId: null, warrantyUntil: null }),
  ];
  expect(claimOf(back('2025-09-01'), [crew, asphalt])).toBeNull();
  expect(claimOf(back('2025-07-01'), [crew, asphalt])?.repair.id).toBe('2025-06-01');
  const other = repair('2025-08-01', { supplierId: 'other' });
  expect(claimOf(back('2025-09-01'), [other, asphalt])?.repair.supplierId).toBe('other');
});

test('nothing is owed without a warranty, without a repair, or for what came before it', () => {
  expect(claimOf(back('2025-09-01'), [])).toBeNull();
  expect(claimOf(back('2025-09-01'), [repair('2025-08-01', { warrantyUntil: null })])).toBeNull();
  expect(claimOf(back('2025-07-31'), [repair('2025-08-01')])).toBeNull();
});

test('days are counted by the calendar, whatever the clocks do', () => {
  const day = fc.integer({ min: 0, max: 20_000 });
  const said = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(daysBetween(said(from), said(to))).toBe(to - from);
    }),
  );
});
