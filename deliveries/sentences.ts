import type { ReviewCause } from '../domain/review/review';
import type {
  CaseStatus,
  ClockKind,
  Danger,
  Emergency,
  Locale,
  Outcome,
  PauseReason,
  RejectReason,
} from '../domain/vocabulary';

/** What a code says in a message. */
export interface Sentences {
  reject: Record<RejectReason, string>;
  pause: Record<PauseReason, string>;
  clock: Record<ClockKind, string>;
  cause: Record<ReviewCause, string>;
  danger: Record<Danger, string>;
  emergency: Record<Emergency, string | null>;
  outcome: Record<Outcome, string>;
  /** An open case's; one that is over has its outcome. */
  standing: Partial<Record<CaseStatus, string>>;
  /** Where a place has no address. */
  onTheMap: string;
  /** Of what is about no place. */
  noPlace: string;
  /** luxon's format of an instant. */
  dateTime: string;
}

export const sentences: Record<Locale, Sentences> = {
  it: {
    reject: {
      'not-a-problem': 'non risulta un problema dello spazio pubblico.',
      'not-ours': 'non è di competenza del Comune.',
      duplicate: 'il problema è già stato segnalato e ce ne stiamo occupando.',
      insufficient: 'le informazioni non bastano per intervenire.',
      abusive: 'il contenuto non è ammissibile.',
    },
    pause: {
      supplier: 'aspettiamo un fornitore o i materiali.',
      agency: 'aspettiamo un altro ente.',
      department: 'aspettiamo un altro ufficio del Comune.',
      citizen:
        'aspettiamo informazioni da chi ha segnalato: si possono aggiungere dalla pagina della segnalazione.',
    },
    clock: {
      verification: 'verifica',
      acceptance: 'presa in carico',
      assignment: 'assegnazione',
      repair: 'riparazione',
      'make-safe': 'messa in sicurezza',
      rating: 'giudizio',
      handover: 'risposta all’offerta',
    },
    cause: {
      load: 'troppo lavoro per chi c’era.',
      routing: 'il caso è passato di mano in mano.',
      materials: 'mancavano i materiali.',
      supplier: 'il fornitore.',
      access: 'il luogo non era accessibile.',
      weather: 'il tempo atmosferico.',
      information: 'mancavano informazioni.',
      other: 'altro.',
    },
    danger: {
      1: '1 di 4, è un fastidio',
      2: '2 di 4, crea disagio',
      3: '3 di 4, qualcuno potrebbe farsi male',
      4: '4 di 4, qualcuno si farà male',
    },
    emergency: {
      none: null,
      injured: 'C’è una persona ferita.',
      imminent: 'C’è un pericolo imminente per le persone.',
    },
    outcome: {
      repaired: 'Il problema è stato risolto.',
      'not-fixed': 'Il problema non sarà riparato.',
      'not-real': 'Sul posto il problema non è stato riscontrato.',
      rejected: 'Non possiamo darle seguito.',
      answered: 'Abbiamo risposto.',
      merged: 'È stata unita a un’altra.',
    },
    standing: {
      verifying: 'L’ufficio la sta verificando.',
      accepting: 'È stata verificata.',
      assigning: 'L’ufficio l’ha presa in carico.',
      assigned: 'Il lavoro è assegnato.',
      working: 'Il lavoro è in corso.',
      repaired: 'Il lavoro è finito.',
      rating: 'Il lavoro è finito.',
    },
    onTheMap: 'punto indicato sulla mappa',
    noPlace: 'nessun luogo indicato',
    dateTime: "cccc d LLLL yyyy, 'ore' HH:mm",
  },
  en: {
    reject: {
      'not-a-problem': 'it does not appear to be a problem of public space.',
      'not-ours': 'it is not the municipality’s responsibility.',
      duplicate: 'the problem has already been reported and we are dealing with it.',
      insufficient: 'the information is not enough to act on.',
      abusive: 'the content is not acceptable.',
    },
    pause: {
      supplier: 'we are waiting for a supplier or for materials.',
      agency: 'we are waiting for another body.',
      department: 'we are waiting for another department of the municipality.',
      citizen:
        'we are waiting for information from whoever reported it: it can be added on the report’s page.',
    },
    clock: {
      verification: 'verification',
      acceptance: 'acceptance',
      assignment: 'assignment',
      repair: 'repair',
      'make-safe': 'make safe',
      rating: 'rating',
      handover: 'answer to the offer',
    },
    cause: {
      load: 'too much work for those who were there.',
      routing: 'the case went from hand to hand.',
      materials: 'materials were missing.',
      supplier: 'the supplier.',
      access: 'the place could not be reached.',
      weather: 'the weather.',
      information: 'information was missing.',
      other: 'something else.',
    },
    danger: {
      1: '1 of 4, a nuisance',
      2: '2 of 4, it causes discomfort',
      3: '3 of 4, somebody may get hurt',
      4: '4 of 4, somebody will get hurt',
    },
    emergency: {
      none: null,
      injured: 'Somebody is hurt.',
      imminent: 'People are in imminent danger.',
    },
    outcome: {
      repaired: 'The problem has been fixed.',
      'not-fixed': 'The problem will not be repaired.',
      'not-real': 'The problem was not found on site.',
      rejected: 'We cannot act on it.',
      answered: 'We have answered.',
      merged: 'It has been joined with another.',
    },
    standing: {
      verifying: 'The department is verifying it.',
      accepting: 'It has been verified.',
      assigning: 'The department has taken it on.',
      assigned: 'The work has been assigned.',
      working: 'The work is under way.',
      repaired: 'The work is done.',
      rating: 'The work is done.',
    },
    onTheMap: 'the point marked on the map',
    noPlace: 'no place given',
    dateTime: 'cccc d LLLL yyyy, HH:mm',
  },
};
