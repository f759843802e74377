import { expect, test } from 'vitest';
import { i18nProvider } from '../../i18n/provider';
import type { TimelineEntry } from '../types';
import { type Speech, sentenceOf, storyOf } from './sentence';

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
  when: (instant) => `istante ${instant}`,
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
  ['assigned', { kind: 'crew', id: 7 }, 'Assegnato a squadra 7'],
  ['paused', { reason: 'agency' }, 'In pausa: si aspetta una risposta di un ente esterno'],
  ['qualified', { real: false }, 'Qualificato sul posto: nessun problema sul posto'],
  ['closed', { outcome: 'not-fixed' }, 'Chiuso: non risolto'],
  ['breach', { clock: 'repair' }, 'Scadenza «Riparazione» superata: avvisato l’organo di controllo'],
  ['deadline-imported', { dueAt: 5 }, 'Scadenza impostata: istante 5'],
])('%s %j', (name, data, sentence) => {
  expect(say(name, data)).toBe(sentence);
});

test('a fact that the console does not know yet is shown by its code', () => {
  expect(say('something-new')).toBe('something-new');
});

test('what the case and its reports both say is told once', () => {
  const entry = (chain: string, name: string) => ({ chain, name }) as TimelineEntry;
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
