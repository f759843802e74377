import type { Locale } from '../../../domain/vocabulary';
import { ExplainedError } from '../../errors';

/** A conflict said in its own words; `field` is where a form shows them. */
const conflict = (field: string, sentence: Record<Locale, string>) => () =>
  new ExplainedError('conflict', { [field]: 'conflict' }, { [field]: sentence });

export const inUse = conflict('id', {
  it: 'È ancora in uso e non si può eliminare.',
  en: 'It is still in use and cannot be removed.',
});

export const taken = conflict('id', {
  it: 'C’è già una voce con lo stesso nome, codice o indirizzo.',
  en: 'There is one with the same name, code or address already.',
});

export const rivalPolicy = conflict('urgency', {
  it: 'C’è già una politica attiva per lo stesso ambito: disattivala o cambia l’ambito.',
  en: 'There is an active policy for the same scope already: deactivate it or change the scope.',
});

export const lastAdmin = conflict('role', {
  it: 'È l’ultima persona con il ruolo di amministrazione: dallo prima a qualcun altro.',
  en: 'This is the last person in the administrator role: give it to somebody else first.',
});
