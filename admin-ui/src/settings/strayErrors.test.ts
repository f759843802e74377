import { expect, test } from 'vitest';
import { strayErrors } from './strayErrors';

test('a refusal without an input is told apart from one at its input and from what the form found itself', () => {
  const errors = {
    id: { type: 'server', message: 'È ancora in uso.' },
    code: { type: 'server', message: 'C’è già.', ref: { name: 'code' } },
    nameIt: { type: 'validate', message: 'Obbligatorio' },
    rules: { timezone: { type: 'server', message: 'Non valido' } },
  };
  expect(strayErrors(errors)).toEqual([{ name: 'id', message: 'È ancora in uso.' }]);
});
