import { expect, test } from 'vitest';
import { figureNames } from '../quality/types';
import { cardOf, changesOf, queryOf, usualSelection } from './selection';
import type { DossierCard } from './types';

test('at first the two years up to yesterday', () => {
  expect(usualSelection(new Date(2026, 2, 1, 23))).toEqual({
    ...{ suppliers: [], categories: [], department: null },
    ...{ from: '2024-03-01', to: '2026-02-28', until: '2026-02-28' },
  });
});

test('the query names everybody chosen, and nobody where all are', () => {
  const usual = usualSelection(new Date(2026, 2, 1));
  expect(queryOf(usual)).toBe('from=2024-03-01&to=2026-02-28&until=2026-02-28');
  const asked = new URLSearchParams(queryOf({ ...usual, suppliers: ['a', 'b'], department: 'roads' }));
  expect([asked.getAll('suppliers'), asked.get('department')]).toEqual([['a', 'b'], 'roads']);
});

test('a card is one of the archive of quality', () => {
  const figure = { value: '4.250000', low: '4.000000', high: '4.500000', count: 20, rank: 1 };
  const figures = Object.fromEntries(figureNames.map((name) => [name, name === 'stars' ? figure : null]));
  const given = {
    supplier: { id: 's', it: 'Uno', en: 'One' },
    repairs: 20,
    rated: 20,
    figures,
  } as DossierCard;
  const card = cardOf(given);
  expect(card).toMatchObject({ id: 's', nameEn: 'One', verdict: 'enough', ranks: { stars: 1, cost: null } });
  if (card.verdict === 'enough')
    expect([card.figures.stars, card.figures.cost]).toEqual([
      { value: 4.25, low: 4, high: 4.5, count: 20 },
      null,
    ]);
  expect(cardOf({ ...given, figures: null })).toMatchObject({ verdict: 'not-enough-data', repairs: 20 });
});

test('what changed since is said in counts', () => {
  const was = { suppliers: 2, repairs: 40, rated: 30, recurred: 4 };
  expect(changesOf(was, { ...was, rated: 29 })).toEqual([{ name: 'rated', was: 30, now: 29 }]);
  expect(changesOf(was, was)).toEqual([]);
});
