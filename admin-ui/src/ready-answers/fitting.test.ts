import { expect, test } from 'vitest';
import { fitting, type ReadyAnswer, withAnswer } from './fitting';

const answer = (id: string, change: Partial<ReadyAnswer> = {}): ReadyAnswer => ({
  ...{ id, title: id, locale: 'it', text: id, categoryId: null, statuses: [] },
  ...change,
});

test('answers fit by category and state, the category’s own first', () => {
  const answers = [
    answer('any'),
    answer('other', { categoryId: 'c2' }),
    answer('late', { statuses: ['closed'] }),
    answer('own', { categoryId: 'c1', statuses: ['verifying', 'accepting'] }),
  ];
  const ids = fitting(answers, { categoryId: 'c1', status: 'verifying' }).map(({ id }) => id);
  expect(ids).toEqual(['own', 'any']);
});

test('an answer is added to what was typed, and never takes its place', () => {
  expect([withAnswer(undefined, 'B'), withAnswer(' ', 'B'), withAnswer('A\n', 'B')]).toEqual([
    'B',
    'B',
    'A\n\nB',
  ]);
});
