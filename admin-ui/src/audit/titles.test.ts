import { expect, test } from 'vitest';
import { i18nProvider } from '../i18n/provider';
import { type Numbers, titleOf } from './titles';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const said = (name: string, numbers: Numbers = { [id]: 'AL-1' }) => {
  const { key, data } = titleOf(name, numbers);
  return i18nProvider.translate(key, data);
};

test.each([
  [`case:${id}`, 'Caso AL-1'],
  [`case-${id}`, 'Caso AL-1'],
  [`report:${id}`, 'Segnalazione AL-1'],
  [`emergency-${id}-2`, 'Inoltro d’emergenza 2 del caso AL-1'],
  ['settings', 'Impostazioni'],
  ['archives', 'Storie conservate'],
  ['dossiers', 'Dossier firmati'],
  ['something', 'something'],
])('%s is called %s', (name, title) => {
  expect(said(name)).toBe(title);
});

test('what has no number is called by its id', () => {
  expect(said(`round-${id}`, {})).toBe('Giro 0f8fad5b');
  expect(said(`report-${id}`, {})).toBe(`Segnalazione ${id}`);
});
