import { sentences } from '../../deliveries/sentences';
import type { Danger, Emergency, Locale } from '../../domain/vocabulary';

const it = {
  title: 'Emergenza segnalata',
  place: 'Luogo',
  what: 'Che cosa',
  danger: 'Pericolo',
  reports: 'Segnalazioni dello stesso luogo',
  sentAt: 'Inoltrata',
  words: 'Chi ha segnalato scrive',
  photo: 'Foto di chi ha segnalato',
  map: 'Apri la mappa',
  ask: 'Se ve ne occupate, confermatelo qui: smettiamo di avvisare altri enti.',
  button: 'Ce ne occupiamo noi',
  thanks: 'Grazie, abbiamo registrato la vostra conferma.',
  recalled: 'Questa richiesta è stata annullata: non occorre intervenire.',
};

const en: typeof it = {
  title: 'Emergency reported',
  place: 'Place',
  what: 'What',
  danger: 'Danger',
  reports: 'Reports of the same place',
  sentAt: 'Forwarded',
  words: 'The person who reported it writes',
  photo: 'Photo by the person who reported it',
  map: 'Open the map',
  ask: 'If you are dealing with it, confirm it here: we will stop calling other bodies.',
  button: 'We are dealing with it',
  thanks: 'Thank you, we have recorded your confirmation.',
  recalled: 'This request has been called off: there is no need to act.',
};

export const texts: Record<Locale, typeof it> = { it, en };

export const saidOf = (locale: Locale, of: { danger: Danger; emergency: Emergency }) => ({
  danger: sentences[locale].danger[of.danger],
  emergency: sentences[locale].emergency[of.emergency],
});
