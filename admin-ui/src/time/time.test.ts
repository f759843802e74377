import { expect, test } from 'vitest';
import { sayInstant } from './instant';
import { exactSpan, span } from './span';

const minute = 60_000;

test.each([
  [20_000, '1 min'],
  [35 * minute, '35 min'],
  [-5 * 60 * minute, '5 h'],
  [47 * 60 * minute, '47 h'],
  [72 * 60 * minute, '3 g'],
])('%d ms is said as %s', (ms, said) => {
  expect(span(ms, 'it')).toBe(said);
});

test('days are d in English', () => {
  expect(span(72 * 60 * minute, 'en')).toBe('3 d');
});

test.each([
  [0, '0 min'],
  [90, '1 h 30 min'],
  [1440, '1 g'],
  [3120, '2 g 4 h'],
])('%d minutes are exactly %s', (minutes, said) => {
  expect(exactSpan(minutes, 'it')).toBe(said);
});

test('an instant is said in the municipality’s time, with the year only when it is another', () => {
  const now = new Date('2026-11-24T08:00:00Z');
  expect(sayInstant('2026-11-25T12:00:00Z', 'it', now)).toBe('mer 25 nov, 13:00');
  expect(sayInstant('2026-07-01T22:30:00Z', 'it', now)).toBe('gio 2 lug, 00:30');
  expect(sayInstant('2025-01-01T00:00:00Z', 'it', now)).toBe('mer 1 gen 2025, 01:00');
});
