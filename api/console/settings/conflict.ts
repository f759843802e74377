import type { Locale } from '../../../domain/vocabulary';
import { ExplainedError } from '../../errors';

/** A conflict said in its own words; `field` is where a form shows them. */
const conflict = (field: string, sentence: Record<Locale, string>) => () =>
  new ExplainedError('conflict', { [field]: 'conflict' }, { [field]: sentence });

/** The row is referred to; nobody counted by what. */
export const inUse = conflict('id', {
  it: 'È ancora in uso e non si può eliminare.',
  en: 'It is still in use and cannot be removed.',
});

/** What holds it stands in the refusal, and how to stop using what can be switched off. */
export const held = (by: Record<Locale, string>, canRest: boolean) =>
  conflict('id', {
    it: `Non si può eliminare, serve ancora: ${by.it}.${canRest ? ' Per non proporlo più, spegni «Attivo» e salva.' : ''}`,
    en: `It cannot be removed, it is still needed: ${by.en}.${canRest ? ' To offer it no longer, switch “Active” off and save.' : ''}`,
  })();

/** @param field what no two may have alike */
export const taken = (field: string) =>
  conflict(field, {
    it: 'C’è già un’altra voce con lo stesso valore: scegline uno diverso.',
    en: 'There is another one with the same value already: choose a different one.',
  })();

export const rivalPolicy = conflict('urgency', {
  it: 'C’è già una politica attiva per lo stesso ambito: disattivala o cambia l’ambito.',
  en: 'There is an active policy for the same scope already: deactivate it or change the scope.',
});

export const lastAdmin = conflict('role', {
  it: 'È l’ultima persona con il ruolo di amministrazione: dallo prima a qualcun altro.',
  en: 'This is the last person in the administrator role: give it to somebody else first.',
});
