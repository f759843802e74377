import { expect, test } from 'vitest';
import { addSpan, type Opening, openingProblem, removeSpan, sayOpening, setTime } from './opening';

const morning: Opening = { 1: [['08:00', '13:00']] };

test('a day gets a morning, then an afternoon, and can be closed again', () => {
  const both = addSpan(morning, '1');
  expect(both['1']).toEqual([
    ['08:00', '13:00'],
    ['14:30', '17:30'],
  ]);
  expect(addSpan({}, '2')).toEqual({ 2: [['08:00', '13:00']] });
  expect(removeSpan(morning, '1', 0)).toEqual({});
});

test('a time is changed without touching what was there', () => {
  expect(setTime(morning, '1', 0, 1, '14:00')).toEqual({ 1: [['08:00', '14:00']] });
  expect(morning).toEqual({ 1: [['08:00', '13:00']] });
});

test.each([
  [{}, undefined],
  [morning, undefined],
  [{ 6: [['00:00', '24:00']] }, undefined],
  [{ 1: [['8:00', '13:00']] }, 'settings.timeHelp'],
  [{ 1: [['08:00', '25:00']] }, 'settings.timeHelp'],
  [{ 1: [['13:00', '08:00']] }, 'settings.spansHelp'],
  [
    {
      1: [
        ['08:00', '13:00'],
        ['12:00', '17:00'],
      ],
    },
    'settings.spansHelp',
  ],
] as [Opening, string | undefined][])('%j: %s', (opening, problem) => {
  expect(openingProblem(opening)).toBe(problem);
});

test('the week in one line leaves closed days out', () => {
  expect(sayOpening({ ...morning, 3: [] }, (day) => `g${day}`)).toBe('g1 08:00–13:00');
});
