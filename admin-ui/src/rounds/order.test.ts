import { expect, test } from 'vitest';
import { moved, nextStop, progress, stillToDo } from './order';
import type { RoundStop } from './types';

test.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
])('what stood at %i stands at %i', (from, to, expected) => {
  expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(expected);
});

const round = (...statuses: RoundStop['status'][]) => ({
  stops: statuses.map((status, at) => ({ status, caseId: String(at) }) as RoundStop),
});

test('the crew goes where it is, else to what comes next', () => {
  expect(nextStop(round('done', 'planned', 'planned'))?.caseId).toBe('1');
  expect(nextStop(round('done', 'arrived', 'planned'))?.caseId).toBe('1');
  expect(nextStop(round('done', 'returned'))).toBeUndefined();
  expect(stillToDo(round('done', 'arrived', 'planned')).map(({ caseId }) => caseId)).toEqual(['2']);
});

test('what is over counts, however it ended', () => {
  expect(progress({ done: 2, 'not-possible': 1, returned: 1, planned: 3, arrived: 1 })).toEqual({
    over: 4,
    all: 8,
  });
  expect(progress({})).toEqual({ over: 0, all: 0 });
});
