import type { Locale } from '../../domain/vocabulary';

const it = {
  intro:
    'Questa pagina fa la parte di un ente di soccorso: mostra che cosa arriva al suo sistema quando una segnalazione è un’emergenza.',
  none: 'Ancora niente. Invia una segnalazione con un pericolo imminente e aspetta qui.',
  answer: 'Apri il collegamento per rispondere',
  message: 'Il messaggio CAP 1.2, come è arrivato',
  types: {
    'emergency.alert': 'Allerta',
    'emergency.update': 'Aggiornamento',
    'emergency.cancel': 'Richiamo',
  },
};

const en: typeof it = {
  intro: 'This page plays a rescue body: it shows what reaches its system when a report is an emergency.',
  none: 'Nothing yet. Send a report with an imminent danger and wait here.',
  answer: 'Open the link to answer',
  message: 'The CAP 1.2 message as it came',
  types: { 'emergency.alert': 'Alert', 'emergency.update': 'Update', 'emergency.cancel': 'Cancellation' },
};

export const texts: Record<Locale, typeof it> = { it, en };
