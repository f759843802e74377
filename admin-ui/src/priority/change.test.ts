import { expect, test } from 'vitest';
import { i18nProvider } from '../i18n/provider';
import { changeWords } from './change';

const translate = (key: string, options?: object) => i18nProvider.translate(key, options);
const points = { emergency: 0, danger: 23, people: 0, place: 9, deadline: 2, age: 0 };

test('a changed priority says which parts made it so', () => {
  const from = { band: 'P3', score: 34, points };
  const to = { band: 'P2', score: 41, points: { ...points, people: 9, deadline: 0 } };
  expect(changeWords({ from, to }, translate)).toEqual({
    ...{ was: 'P3 (34)', now: 'P2 (41)', changes: ': persone +9, scadenza −2' },
  });
});

test('a band that a burst held back changes without points', () => {
  const from = { band: 'P3', score: 41, points };
  expect(changeWords({ from, to: { ...from, band: 'P2' } }, translate)).toEqual({
    ...{ was: 'P3 (41)', now: 'P2 (41)', changes: '' },
  });
});
