import type { FactName } from '../../domain/case/facts';
import type { Locale, Outcome, RejectReason } from '../../domain/vocabulary';
import type { Step, Tracked } from '../tracking/read';

/** What a public line of the log says to the citizen. Facts that never are public have no sentence. */
const sentences: Partial<Record<FactName, readonly [it: string, en: string]>> = {
  received: ['Abbiamo ricevuto la segnalazione.', 'We have received the report.'],
  'passed-on': [
    'La strada non è del Comune: abbiamo inoltrato la segnalazione al proprietario.',
    'The road is not the municipality’s: we have passed the report on to its owner.',
  ],
  verified: ['La segnalazione è stata verificata.', 'The report has been verified.'],
  rejected: ['La segnalazione non può avere seguito.', 'The report cannot be followed up.'],
  answered: ['Il Comune ha risposto.', 'The municipality has answered.'],
  rerouted: [
    'È passata a un altro ufficio. La scadenza resta la stessa.',
    'It went to another department. The deadline stays.',
  ],
  accepted: ['L’ufficio l’ha presa in carico.', 'The department has taken it on.'],
  'make-safe-ordered': [
    'Una squadra va a mettere in sicurezza il posto.',
    'A crew is going to make the place safe.',
  ],
  'made-safe': [
    'Il posto è stato messo in sicurezza. La riparazione segue.',
    'The place has been made safe. The repair follows.',
  ],
  assigned: ['Il lavoro è stato assegnato.', 'The work has been assigned.'],
  started: ['Il lavoro è cominciato.', 'The work has begun.'],
  paused: ['Il lavoro è sospeso in attesa di altri.', 'The work is paused, waiting for others.'],
  resumed: ['Il lavoro riprende.', 'The work goes on.'],
  'pause-expired': ['La sospensione è finita: il lavoro riprende.', 'The pause is over: the work goes on.'],
  repaired: ['Il lavoro è finito.', 'The work is done.'],
  'rating-asked': ['Puoi dire com’è andata.', 'You can say how it went.'],
  rated: ['Grazie del giudizio.', 'Thank you for your rating.'],
  closed: ['Il caso è chiuso.', 'The case is closed.'],
  reopened: ['Il caso è stato riaperto.', 'The case has been reopened.'],
  'reopen-refused': [
    'La richiesta di riaprire non è stata accolta.',
    'The request to reopen was not granted.',
  ],
  merged: [
    'È stata unita a un altro caso dello stesso problema.',
    'It was joined to another case of the same problem.',
  ],
  split: [
    'La segnalazione riguarda un altro problema: ora è un caso a sé.',
    'The report is about another problem: it is a case of its own now.',
  ],
  unmerged: [
    'La segnalazione è tornata al suo caso di prima.',
    'The report is back in the case where it was before.',
  ],
  forwarded: [
    'L’emergenza è stata inoltrata agli enti di soccorso.',
    'The emergency was forwarded to the rescue bodies.',
  ],
  'forward-acknowledged': ['Un ente di soccorso ha confermato.', 'A rescue body has acknowledged it.'],
  'forward-recalled': ['L’inoltro di emergenza è stato richiamato.', 'The emergency forward was recalled.'],
  'rating-changed': ['Hai cambiato il tuo giudizio.', 'You changed your rating.'],
  'citizen-added': ['Hai aggiunto qualcosa.', 'You added something.'],
  breach: [
    'La scadenza è passata: chi controlla è stato avvisato.',
    'The deadline has passed: the oversight body was warned.',
  ],
  confirmed: ['Indirizzo e-mail confermato.', 'E-mail address confirmed.'],
  erased: ['I tuoi dati sono stati cancellati.', 'Your data were erased.'],
};

const acts: Record<string, readonly [string, string]> = {
  words: ['Hai aggiunto qualcosa.', 'You added something.'],
  rating: ['Hai dato il tuo giudizio, grazie.', 'You gave your rating, thank you.'],
  'not-fixed': [
    'Hai detto che non è risolto: una persona deciderà.',
    'You said that it is not fixed: somebody will decide.',
  ],
};

const rejections: Record<RejectReason, readonly [string, string]> = {
  'not-a-problem': [
    'Non risulta un problema dello spazio pubblico.',
    'It does not appear to be a problem of public space.',
  ],
  'not-ours': ['Non è di competenza del Comune.', 'It is not the municipality’s responsibility.'],
  duplicate: [
    'È già stato segnalato e ce ne stiamo occupando.',
    'It was reported before and is being dealt with.',
  ],
  insufficient: ['Le informazioni non bastano per intervenire.', 'The information is not enough to act on.'],
  abusive: ['Il contenuto non è ammissibile.', 'The content is not acceptable.'],
};

const outcomes: Record<Outcome, readonly [string, string]> = {
  repaired: ['Il problema è stato risolto.', 'The problem was solved.'],
  'not-fixed': ['Non sarà riparato.', 'It will not be repaired.'],
  'not-real': ['Sul posto il problema non è stato trovato.', 'The problem was not found on site.'],
  rejected: ['Non può avere seguito.', 'It cannot be followed up.'],
  answered: ['Il Comune ha risposto.', 'The municipality has answered.'],
  merged: ['È stato unito a un altro caso.', 'It was joined to another case.'],
};

const say = (pair: readonly [string, string] | undefined, locale: Locale) =>
  pair?.[locale === 'it' ? 0 : 1] ?? '';

/** One line of the timeline, with the reason where it has one. */
export function sentence({ name, data }: Step, locale: Locale): string {
  const own = name === 'citizen-added' ? acts[String(data.kind)] : undefined;
  const reason =
    name === 'rejected'
      ? rejections[data.reason as RejectReason]
      : name === 'closed'
        ? outcomes[data.outcome as Outcome]
        : undefined;
  return [say(own ?? sentences[name as FactName], locale), say(reason, locale)].filter(Boolean).join(' ');
}

const milestoneNames: Record<'repair' | 'answer', readonly (readonly [string, string])[]> = {
  repair: [
    ['Ricevuta', 'Received'],
    ['Verificata', 'Verified'],
    ['Assegnata', 'Assigned'],
    ['Riparata', 'Repaired'],
    ['Chiusa', 'Closed'],
  ],
  answer: [
    ['Ricevuta', 'Received'],
    ['Risposta', 'Answered'],
  ],
};

const endedOtherwise = ['Chiusa senza riparazione', 'Closed without repair'] as const;
const refused = ['Non accolta', 'Not taken up'] as const;

/** How far an open case has come, as an index of the milestones of a repair. */
const reached: Partial<Record<Tracked['status'], number>> = {
  verifying: 0,
  accepting: 1,
  assigning: 1,
  assigned: 2,
  working: 2,
  repaired: 3,
  rating: 3,
};

/**
 * Milestones with `done` or `now`; a question only has an answer to wait for. A case that ended otherwise
 * than hoped for shows what was reached and its end, not what never happened.
 */
export function milestones(
  { kind, status, outcome, timeline }: Pick<Tracked, 'kind' | 'status' | 'outcome' | 'timeline'>,
  locale: Locale,
): { name: string; state: string }[] {
  const names = milestoneNames[kind === 'problem' ? 'repair' : 'answer'];
  const all = (list: readonly (readonly [string, string])[], at: number) =>
    list.map((name, index) => ({
      name: say(name, locale),
      state: index < at || at === list.length ? 'done' : index === at ? 'now' : '',
    }));
  const at = reached[status];
  if (at !== undefined) return all(names, kind === 'problem' ? at : 0);
  if (status === 'answered' || outcome === 'repaired') return all(names, names.length);
  const happened = names.slice(0, 3).filter((_, index) => index === 0 || passed(timeline, index));
  const steps = [
    ...(kind === 'problem' ? happened : names.slice(0, 1)),
    outcome === 'rejected' ? refused : endedOtherwise,
  ];
  return all(steps, steps.length);
}

/** How far a problem has come, in a word. */
export const milestoneOf = (status: Tracked['status'], locale: Locale): string =>
  say(milestoneNames.repair[reached[status] ?? milestoneNames.repair.length - 1], locale);

/** The facts that make a milestone, by its index. */
const makes: Record<number, FactName> = { 1: 'verified', 2: 'assigned' };
const passed = (timeline: Tracked['timeline'], index: number) =>
  timeline.some(({ name }) => name === makes[index]);
