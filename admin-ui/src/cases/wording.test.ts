import { expect, test } from 'vitest';
import { i18nProvider } from '../i18n/provider';
import { caseStatuses, clockKinds, commandNames, reportKinds } from '../vocabulary';
import { clockWords, commandWords, statusWords, unaddressed } from './wording';

const say = (key: string) => i18nProvider.translate(key);

test.each([
  ['close', 'working', 'Chiudi senza riparare'],
  ['close', 'rating', 'Chiudi'],
  ['qualify', 'working', 'Sul posto non c’è niente'],
  ['qualify', 'repaired', 'Qualifica'],
  ['verify', 'verifying', 'Verifica'],
] as const)('%s of a problem that is %s is called “%s”', (name, status, said) => {
  expect(say(`${commandWords(name, { kind: 'problem', status })}.label`)).toBe(said);
});

test('what is asked has a deadline for its answer, what is broken for its repair', () => {
  expect(say(clockWords('repair', { kind: 'question' }))).toBe('Risposta');
  expect(say(clockWords('repair', { kind: 'problem' }))).toBe('Riparazione');
  expect(say(statusWords({ kind: 'praise', status: 'accepting' }))).toBe('Da rispondere');
  expect(say(statusWords({ kind: 'praise', status: 'answered' }))).toBe('Risposto');
});

test('a place without an address is not the same as no place', () => {
  expect(say(unaddressed({ lat: 44.9 }))).toBe('Luogo senza indirizzo');
  expect(say(unaddressed({ lat: null }))).toBe('Nessun luogo indicato');
});

test('whatever the case is, there are words for it', () => {
  const keys = reportKinds.flatMap((kind) => [
    ...clockKinds.map((clock) => clockWords(clock, { kind })),
    ...caseStatuses.flatMap((status) => [
      statusWords({ kind, status }),
      ...commandNames.flatMap((name) =>
        ['label', 'intro'].map((part) => `${commandWords(name, { kind, status })}.${part}`),
      ),
    ]),
  ]);
  expect(keys.filter((key) => say(key) === key)).toEqual([]);
});
