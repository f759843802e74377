import { HttpError } from 'ra-core';
import { expect, test } from 'vitest';
import { refusalOf } from './refusal';

const translate = (key: string) => (key === 'app.error.unreachable' ? 'Il server non risponde.' : key);

test('what is wrong with the picture is said, not that something is wrong', () => {
  const errors = { 'photos.0': 'Questa foto è danneggiata.' };
  expect(refusalOf(new HttpError('Alcuni dati mancano.', 422, { errors }), translate)).toBe(
    'Questa foto è danneggiata.',
  );
});

test('what concerns no field is said as it is', () => {
  expect(refusalOf(new HttpError('Troppe richieste.', 429, {}), translate)).toBe('Troppe richieste.');
  expect(refusalOf(new HttpError('app.error.unreachable', 0), translate)).toBe('Il server non risponde.');
});
