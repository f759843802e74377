import type { Locale } from '../../domain/vocabulary';

const it = {
  title: 'Segui questo caso',
  lead: 'Ti scriviamo quando cambia qualcosa: senza segnalarlo di nuovo e senza registrarti.',
  place: 'Luogo',
  state: 'A che punto è',
  email: 'La tua e-mail',
  privacy: 'Ho letto l’informativa sulla privacy.',
  button: 'Tienimi informato',
  done: 'Ti abbiamo mandato un’e-mail: aprila e conferma, così sappiamo che sei tu.',
};

const en: typeof it = {
  title: 'Follow this case',
  lead: 'We write to you when something changes: without reporting it again and without an account.',
  place: 'Place',
  state: 'How far it is',
  email: 'Your e-mail',
  privacy: 'I have read the privacy notice.',
  button: 'Keep me informed',
  done: 'We have sent you an e-mail: open it and confirm, so that we know it is you.',
};

export const followTexts: Record<Locale, typeof it> = { it, en };

const choicesIt = {
  stopOne: 'Non riceverai più messaggi su questo caso.',
  language: 'In che lingua ti scriviamo?',
  languageButton: 'Cambia lingua',
  languageDone: 'D’ora in poi ti scriviamo in italiano.',
};
const choicesEn: typeof choicesIt = {
  stopOne: 'You will get no more messages about this case.',
  language: 'In which language do we write to you?',
  languageButton: 'Change the language',
  languageDone: 'From now on we write to you in English.',
};
export const choiceTexts: Record<Locale, typeof choicesIt> = { it: choicesIt, en: choicesEn };
