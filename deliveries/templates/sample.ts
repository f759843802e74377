import type { Locale } from '../../domain/vocabulary';
import { sentences } from '../sentences';
import { type MessageView, whenIn } from '../view';

const HOUR_MS = 3_600_000;
const words = {
  it: { note: 'Una nota dell’ufficio.', words: 'Le parole di chi ha segnalato.', crew: 'Squadra 1' },
  en: { note: 'A note of the department.', words: 'The words of whoever reported it.', crew: 'Crew 1' },
};

/** A message about nothing real: what is always there. */
export const bareView = (locale: Locale): MessageView => ({
  ...{ locale, municipality: 'Comune di Esempio', contactEmail: 'segnalazioni@comune.example' },
  ...{
    reportNumber: 'AL-2026-000123',
    registerNumber: null,
    caseNumber: 'AL-2026-000045',
    category: 'Buca',
    department: 'Strade',
  },
  ...{
    place: 'Via Roma 12',
    danger: null,
    emergency: null,
    members: 2,
    reason: null,
    note: null,
    words: null,
  },
  ...{ outcome: sentences[locale].outcome.repaired, standing: sentences[locale].standing.assigned ?? null },
  clock: sentences[locale].clock.repair,
  ...{ clockDue: null, due: null, newDue: null, nextDue: null, until: null, ackBy: null, linkUntil: null },
  ...{ crew: null, agency: null, policyChange: false, invited: false, upheld: false },
  trackingUrl: 'https://city.example/t/CODE',
  consoleUrl: 'https://city.example/console/#/cases/c/show',
  confirmUrl: 'https://city.example/c/TOKEN',
  unsubscribeUrl: null,
  answerUrl: 'https://city.example/a/TOKEN',
  portalUrl: 'https://city.example/s/TOKEN',
  resetUrl: 'https://city.example/console/#/reset/TOKEN',
  meUrl: 'https://city.example/me/TOKEN',
  ...{ mapUrl: null, photoUrl: null },
  ...{ day: '2026-11-23', chains: '12', digest: 'ab'.repeat(32), signature: 'c2ln' },
  publicKey: '-----BEGIN PUBLIC KEY-----',
});

/** The same with everything that can be known. */
export function fullView(locale: Locale): MessageView {
  const { danger, emergency, pause } = sentences[locale];
  const soon = whenIn(locale, 'Europe/Rome')(Date.now() + 48 * HOUR_MS);
  return {
    ...bareView(locale),
    ...{ danger: danger[3], emergency: emergency.injured, reason: pause.supplier },
    registerNumber: '0000123/2026',
    ...words[locale],
    ...{ clockDue: soon, due: soon, newDue: soon, nextDue: soon, until: soon, ackBy: soon, linkUntil: soon },
    ...{ agency: 'Vigili del Fuoco', policyChange: true, invited: true, upheld: true },
    unsubscribeUrl: 'https://city.example/u/TOKEN',
    mapUrl: 'https://map.example/',
    photoUrl: 'https://city.example/photos/p',
  };
}
