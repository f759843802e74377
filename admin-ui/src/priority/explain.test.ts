import { expect, test } from 'vitest';
import type { Priority } from '../cases/types';
import { i18nProvider } from '../i18n/provider';
import { explain } from './explain';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 24, 8);
const translate = (key: string, options?: object) => i18nProvider.translate(key, options);

const reasons: Priority['reasons'] = {
  danger: { by: 'reporters', level: 3 },
  people: { counted: 3, confirmed: 1, held: 0 },
  place: { kind: 'school', name: 'Liceo Galilei', metres: 40 },
  deadline: { clock: 'repair', dueAt: now + 48 * hour },
  days: 12,
};
const points = { emergency: 0, danger: 23, people: 6, place: 9, deadline: 8, age: 3 };
const sentences = (change: Partial<Priority['reasons']> = {}, kind: 'problem' | 'question' = 'problem') =>
  Object.fromEntries(
    explain(
      { priorityParts: { points, reasons: { ...reasons, ...change } }, emergency: 'none', kind },
      { translate, locale: 'it', now },
    ).map(({ part, sentence }) => [part, sentence]),
  );

test('every part says in words what it counted', () => {
  expect(sentences()).toEqual({
    danger: '3 · pericolo, a detta di chi ha segnalato',
    people: '3 persone, 1 confermata',
    place: 'Scuola a 40 m: Liceo Galilei',
    deadline: 'Riparazione: scade fra 2 g',
    age: 'aperto da 12 giorni',
  });
});

test.each<[Partial<Priority['reasons']>, string, string]>([
  [{ danger: { by: 'staff', level: 4 } }, 'danger', '4 · pericolo grave, a detta del personale'],
  [{ people: { counted: 1, confirmed: 0, held: 0 } }, 'people', '1 persona'],
  [{ people: { counted: 5, confirmed: 2, held: 26 } }, 'people', '5 persone, 2 confermate, 26 non contate'],
  [
    { place: { kind: 'main-road', name: 'Via Marengo', metres: 0 } },
    'place',
    'Strada principale, proprio qui: Via Marengo',
  ],
  [{ place: null }, 'place', 'nessuna scuola, ospedale o strada principale vicino'],
  [{ deadline: { clock: 'verification', dueAt: now - 3 * hour } }, 'deadline', 'Verifica: in ritardo di 3 h'],
  [{ deadline: null }, 'deadline', 'nessuna scadenza in corso'],
  [{ days: 0 }, 'age', 'aperto da meno di un giorno'],
  [{ days: 1 }, 'age', 'aperto da 1 giorno'],
])('%j', (change, part, sentence) => {
  expect(sentences(change)[part]).toBe(sentence);
});

test('what is asked is answered, not repaired', () => {
  expect(sentences({}, 'question').deadline).toBe('Risposta: scade fra 2 g');
});

test('an emergency comes first', () => {
  const [first] = explain(
    {
      priorityParts: { points: { ...points, emergency: 51 }, reasons },
      emergency: 'injured',
      kind: 'problem',
    },
    { translate, locale: 'it', now },
  );
  expect(first).toEqual({ part: 'emergency', points: 51, sentence: 'Persone ferite: viene prima di tutto' });
});
