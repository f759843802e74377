import type { Locale } from '../../../domain/vocabulary';
import { ExplainedError } from '../../errors';

/** A field that no schema can judge, refused in words of its own. */
const wrong = (sentence: Record<Locale, string>) => (field: string) =>
  new ExplainedError('invalid-input', { [field]: 'invalid' }, { [field]: sentence });

export const noTargets = wrong({
  it: 'Serve almeno una scadenza: senza, nessun caso di questo ambito ne avrebbe più.',
  en: 'At least one deadline is needed: without any, no case of this scope would have one.',
});

export const lateReminder = wrong({
  it: 'Il promemoria deve venire prima della scadenza: indica un tempo più breve di quello concesso.',
  en: 'The reminder must come before the deadline: give a time shorter than the one allowed.',
});

/** A file of places that cannot be taken, with what is wrong in it. */
export const wrongLayer = (it: string, en: string) => wrong({ it, en })('layer');

export const noPhone = wrong({
  it: 'Scrivi un numero di telefono, per esempio +39 0131 515111.',
  en: 'Write a telephone number, for example +39 0131 515111.',
});

export const needsDepartment = wrong({
  it: 'Chi lavora sul posto ha bisogno di un reparto: sceglilo.',
  en: 'Whoever works on site needs a department: choose it.',
});

export const notOfDepartment = wrong({
  it: 'È di un altro reparto, o non è più attivo: scegli una persona di questo reparto.',
  en: 'Belongs to another department, or is no longer active: choose a person of this department.',
});

export const alreadyOnCall = wrong({
  it: 'È già in reperibilità in una parte di questo tempo: cambia l’inizio o la fine.',
  en: 'Is already on call for a part of this time: change the beginning or the end.',
});
