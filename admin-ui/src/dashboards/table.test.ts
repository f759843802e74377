import { expect, test } from 'vitest';
import { csvOf, tableOf } from './table';
import type { Figure, Late } from './types';

const figure = (value: number): Figure => ({ value, before: 1, cases: { counted: true } });
const figures = (value: number) => ({
  share: { value: value / 100, before: null },
  repaired: figure(100),
  late: figure(value),
});
const late = (...ids: string[]): Late => ({
  ...{ freshUntil: null, from: '', to: '', weeks: [], total: figures(9) },
  departments: ids.map((departmentId, index) => ({ departmentId, ...figures(index) })),
});

test('each department has a row, and all of them together the last', () => {
  const rows = tableOf({ late: late('a', 'b') });
  expect(rows.map(({ departmentId, cells }) => [departmentId, cells.late.value])).toEqual([
    ['a', 0],
    ['b', 1],
    [null, 9],
  ]);
  expect(rows[0]?.cells.share).toMatchObject({
    value: 0,
    before: null,
    figure: { cases: { counted: true } },
  });
  // What has not come yet is not there.
  expect(rows[0]?.cells.stars).toEqual({ value: null, before: null, figure: null });
  expect(tableOf({ late: late('a') })).toHaveLength(1);
});

test('a file that a spreadsheet reads as text and numbers', () => {
  expect(
    csvOf([
      ['Reparto', 'a "b", c'],
      ['=1+1', '-3.5'],
      ['-cmd', ''],
    ]),
  ).toBe('\uFEFFReparto,"a ""b"", c"\r\n\'=1+1,-3.5\r\n\'-cmd,\r\n');
});
