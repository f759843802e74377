import { expect, test } from 'vitest';
import { quarters } from './period';

test('quarters go back over the turn of the year, with their last day', () => {
  expect(quarters(new Date(2028, 4, 3), 4)).toEqual([
    { id: '2028-2', from: '2028-04-01', to: '2028-06-30' },
    { id: '2028-1', from: '2028-01-01', to: '2028-03-31' },
    { id: '2027-4', from: '2027-10-01', to: '2027-12-31' },
    { id: '2027-3', from: '2027-07-01', to: '2027-09-30' },
  ]);
});
