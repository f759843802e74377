import { type HandoverRefusal, handoverRefusals, type Locale } from '../../domain/vocabulary';

const it = {
  question: 'Domanda del Comune',
  offer: 'Potete occuparvene?',
  claim: 'Lavoro in garanzia: ve ne occupate?',
  unpaid: 'È un lavoro in garanzia: chi ha fatto la riparazione lo rifà senza compenso.',
  thread: 'Messaggi sul caso',
  you: 'Voi',
  department: 'Il Comune',
  case: 'Caso',
  what: 'Che cosa',
  place: 'Luogo',
  map: 'Apri la mappa',
  due: 'Rispondere entro',
  asks: 'L’ufficio scrive',
  answer: 'La vostra risposta',
  send: 'Invia la risposta',
  write: 'Il vostro messaggio',
  sendMessage: 'Invia',
  thanks: 'Grazie, abbiamo registrato la risposta.',
  closed: 'A questa domanda non occorre più rispondere.',
  take: 'Ce ne occupiamo noi',
  refuse: 'Non possiamo',
  why: 'Perché no',
  note: 'Volete aggiungere qualcosa? (facoltativo)',
  gone: 'Questa offerta non c’è più: ha già avuto risposta o è stata ritirata.',
  taken: 'Grazie: il caso è vostro.',
  refused: 'Grazie, abbiamo registrato che non potete occuparvene.',
};

const en: typeof it = {
  question: 'A question from the municipality',
  offer: 'Can you take it?',
  claim: 'Work under warranty: will you do it?',
  unpaid: 'This is work under warranty: whoever did the repair does it again without pay.',
  thread: 'Messages about the case',
  you: 'You',
  department: 'The municipality',
  case: 'Case',
  what: 'What',
  place: 'Place',
  map: 'Open the map',
  due: 'Answer by',
  asks: 'The department writes',
  answer: 'Your answer',
  send: 'Send the answer',
  write: 'Your message',
  sendMessage: 'Send',
  thanks: 'Thank you, we have recorded the answer.',
  closed: 'This question needs no answer any more.',
  take: 'We take it',
  refuse: 'We cannot',
  why: 'Why not',
  note: 'Anything to add? (optional)',
  gone: 'This offer is gone: it was answered or taken back.',
  taken: 'Thank you: the case is yours.',
  refused: 'Thank you, we have recorded that you cannot take it.',
};

export const texts: Record<Locale, typeof it> = { it, en };

const refusals: Record<Locale, Record<HandoverRefusal, string>> = {
  it: {
    'not-ours': 'Non è di nostra competenza',
    'no-capacity': 'Non abbiamo disponibilità',
    'not-in-contract': 'Il contratto non lo prevede',
    unclear: 'Le informazioni non bastano',
    other: 'Altro motivo',
  },
  en: {
    'not-ours': 'Not ours to do',
    'no-capacity': 'We have no capacity',
    'not-in-contract': 'It is not in the contract',
    unclear: 'Not enough information',
    other: 'Another reason',
  },
};

/** The reasons to choose from. */
export const refusalChoices = (locale: Locale) =>
  handoverRefusals.map((value) => ({ value, label: refusals[locale][value] }));
