import { expect, test } from 'vitest';
import { i18nProvider } from '../../i18n/provider';
import type { TimelineEntry } from '../types';
import { isInternalNote, type Speech, safetyCrewOf, sentenceOf, storyOf } from './sentence';

const named = (kind: string) => (id: unknown) => `${kind} ${id}`;
const speech: Speech = {
  translate: (key, options) => i18nProvider.translate(key, options),
  names: {
    department: named('reparto'),
    category: named('categoria'),
    crew: named('squadra'),
    supplier: named('fornitore'),
    agency: named('ente'),
  },
  kind: 'problem',
  caseNumber: (id) => (id === 'k' ? 'AL-7' : undefined),
  day: (day) => `giorno ${day}`,
  when: (instant) => `istante ${new Date(instant).getTime()}`,
};
const say = (name: string, data: Record<string, unknown> = {}) => sentenceOf({ name, data }, speech);

test.each([
  ['verified', { categoryId: 1, danger: 3 }, 'Verificato: categoria 1, pericolo 3'],
  ['attached', { members: 3 }, 'Un’altra segnalazione dello stesso problema: ora sono 3'],
  ['attached', { caseId: 'c', opened: true }, 'Aperto un caso per questa segnalazione'],
  ['attached', { caseId: 'c', opened: false }, 'Abbinata a un caso già aperto'],
  ['rejected', { reason: 'not-ours' }, 'Respinto: Non è di competenza del Comune'],
  ['rerouted', { fromDepartmentId: 1, departmentId: 2 }, 'Passato da reparto 1 a reparto 2'],
  ['assigned', { kind: 'supplier', id: 7 }, 'Assegnato a fornitore 7'],
  [
    'warranty-refused',
    { kind: 'supplier', id: 7, reason: 'not-in-contract' },
    'fornitore 7 rifiuta l’intervento in garanzia: il contratto non lo prevede',
  ],
  ['assigned', { kind: 'crew', id: 7 }, 'Assegnato a squadra 7'],
  ['unassigned', { kind: 'crew', reason: 'weather' }, 'Di nuovo da assegnare: il tempo non lo permette'],
  ['unassigned', { kind: 'crew', reason: null }, 'Di nuovo da assegnare'],
  ['dispatched', { crewId: 7, stops: 3 }, 'Giro consegnato a squadra 7: 3 tappe'],
  ['arrived', { caseId: 'k' }, 'Squadra arrivata a AL-7'],
  [
    'not-possible',
    { caseId: 'x', reason: 'weather' },
    'Non possibile a un altro caso: il tempo non lo permette',
  ],
  ['paused', { reason: 'agency' }, 'In pausa: si aspetta una risposta di un ente esterno'],
  ['qualified', { real: false }, 'Qualificato sul posto: nessun problema sul posto'],
  ['closed', { outcome: 'not-fixed' }, 'Chiuso: non risolto'],
  ['breach', { clock: 'repair' }, 'Scadenza «Riparazione» superata: avvisato l’organo di controllo'],
  ['merged', { intoCaseId: 'k' }, 'Unito a un altro caso: AL-7'],
  ['absorbed', { caseId: 'x' }, 'Un altro caso è stato unito a questo'],
  ['deadline-imported', { dueAt: 5 }, 'Scadenza impostata: istante 5'],
  ['replanned', { clock: 'repair', to: 7 }, 'Scadenza «Riparazione» ricalcolata: istante 7'],
  [
    'priority-changed',
    {
      from: { band: 'P3', score: 34, points: { people: 0 } },
      to: { band: 'P2', score: 41, points: { people: 7 } },
    },
    'Priorità da P3 (34) a P2 (41): persone +7',
  ],
  ['burst-confirmed', { people: 26 }, 'Le persone nuove (26 non contate) sono vere: ora contano'],
])('%s %j', (name, data, sentence) => {
  expect(say(name, data)).toBe(sentence);
});

test('a fact that the console does not know yet is shown by its code', () => {
  expect(say('something-new')).toBe('something-new');
});

test('what the case and its reports both say is told once', () => {
  const entry = (chain: string, name: string) => ({ chain, name, data: {} }) as TimelineEntry;
  const entries = [
    entry('report:r', 'received'),
    entry('case:c', 'opened'),
    entry('case:c', 'rating-asked'),
    entry('report:r', 'rating-asked'),
  ];
  expect(storyOf(entries).map(({ chain, name }) => `${chain} ${name}`)).toEqual([
    'report:r received',
    'case:c opened',
    'case:c rating-asked',
  ]);
});

test('of what is no problem the answer is late, not the repair', () => {
  const breach = { name: 'breach', data: { clock: 'repair' } };
  expect(sentenceOf(breach, { ...speech, kind: 'question' })).toContain('«Risposta»');
});

const note = (name: string, change: Partial<TimelineEntry> = {}) =>
  ({
    ...{ chain: 'case:c', name, words: 'Parole', public: true, data: {} },
    ...{ actor: { kind: 'user', id: 'u' }, ...change },
  }) as TimelineEntry;

test('a note of staff is internal, also on a public line; what answers the citizen is not', () => {
  for (const name of ['paused', 'verified', 'merged', 'reopened'])
    expect(isInternalNote(note(name))).toBe(true);
  for (const name of ['rejected', 'answered', 'closed', 'reopen-refused'])
    expect(isInternalNote(note(name))).toBe(false);
  expect(isInternalNote(note('paused', { words: null }))).toBe(false);
  expect(isInternalNote(note('received', { chain: 'report:r' }))).toBe(false);
  expect(isInternalNote(note('citizen-added', { actor: { kind: 'citizen', id: 'r' } }))).toBe(false);
});

test('words that close a case stand once, where the citizen reads them', () => {
  const data = { commandId: 'k' };
  const story = storyOf([note('qualified', { data }), note('closed', { data }), note('paused')]);
  expect(story.map(({ name, words }) => [name, words])).toEqual([
    ['qualified', null],
    ['closed', 'Parole'],
    ['paused', 'Parole'],
  ]);
});

test('who makes the place safe is the crew that was told last', () => {
  const ordered = (crewId: string) => note('make-safe-ordered', { data: { crewId } });
  expect(safetyCrewOf([ordered('a'), note('verified'), ordered('b')])).toBe('b');
  expect(safetyCrewOf([])).toBeUndefined();
});
