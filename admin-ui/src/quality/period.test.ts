import { expect, test } from 'vitest';
import { periods } from './period';

test('twelve months end today, years are whole', () => {
  expect(periods(new Date(2027, 1, 28), 2)).toEqual([
    { id: 'last', year: null, from: '2026-03-01', to: '2027-02-28' },
    { id: '2027', year: 2027, from: '2027-01-01', to: '2027-12-31' },
    { id: '2026', year: 2026, from: '2026-01-01', to: '2026-12-31' },
  ]);
});
