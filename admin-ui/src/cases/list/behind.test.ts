import { expect, test } from 'vitest';
import { partsOf } from './behind';

test('what a figure counts is said part by part', () => {
  const period = { doneFrom: '2026-01-01T00:00:00Z', doneTo: '2026-04-01T00:00:00Z' };
  expect(partsOf({ counted: true, ...period, repaired: true, doneLate: true, departmentId: ['d'] })).toEqual([
    { key: 'done', from: period.doneFrom, to: period.doneTo },
    { key: 'repaired' },
    { key: 'doneLate' },
  ]);
  expect(partsOf({ counted: true, lateAt: '2026-04-01T00:00:00Z' })).toEqual([
    { key: 'lateAt', at: '2026-04-01T00:00:00Z' },
  ]);
});

test('other lists say nothing of it', () => {
  expect(partsOf({ open: true, late: true })).toEqual([]);
});
