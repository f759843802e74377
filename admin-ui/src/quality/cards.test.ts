import { expect, test } from 'vitest';
import { inOrder, scaleOf, written } from './cards';
import { card } from './testing';

const nameOf = ({ nameIt }: { nameIt: string }) => nameIt;

test('those alike stand by name, those without a rank last', () => {
  const cards = [card('b', 1, 4), card('few', null), card('c', 3, 2), card('a', 1, 3.9), card('any', null)];
  expect(inOrder(cards, 'stars', nameOf).map(nameOf)).toEqual(['a', 'b', 'c', 'any', 'few']);
});

test('stars and shares have their own scale, amounts that of the longest bar', () => {
  const cards = [card('a', 1, 120), card('b', 1, 90), card('few', null)];
  expect(scaleOf(cards, 'stars')).toEqual({ from: 1, to: 5 });
  expect(scaleOf(cards, 'inTime')).toEqual({ from: 0, to: 1 });
  expect(scaleOf(cards, 'cost')).toEqual({ from: 0, to: 121 });
  expect(scaleOf([], 'cost')).toEqual({ from: 0, to: 1 });
});

test('figures are read in the language of the page', () => {
  const estimate = { value: 4.26, low: 3.94, high: 4.5, count: 30 };
  expect(written(estimate, 'stars', 'it')).toEqual({ value: '4,3', low: '3,9', high: '4,5' });
  expect(written({ ...estimate, value: 0.426 }, 'inTime', 'en').value).toBe('43%');
});
