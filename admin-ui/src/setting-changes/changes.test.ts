import { expect, test } from 'vitest';
import { changedValues } from './changes';

const told = (changes: Parameters<typeof changedValues>[0]) =>
  changedValues(changes).map(({ path, old, now, hidden }) => [
    path.join('.'),
    hidden ? 'hidden' : [old, now],
  ]);

test('a plain field is told from what to what, one that the log keeps quiet about without', () => {
  expect(told({ active: [true, false], email: true })).toEqual([
    ['active', [true, false]],
    ['email', 'hidden'],
  ]);
});

test('of something large only what differs is told', () => {
  const repair = { minutes: 480, mode: 'working' };
  const old = { targets: { repair, rating: repair }, maxPauseMinutes: 60 };
  const now = { targets: { repair: { ...repair, minutes: 240 } }, maxPauseMinutes: 60 };
  expect(told({ targets: [old, now] })).toEqual([
    ['targets.targets.repair.minutes', [480, 240]],
    ['targets.targets.rating', [repair, undefined]],
  ]);
});

test('lists are told whole, and what was made new has no old values', () => {
  expect(told({ skills: [['a'], ['a', 'b']], rules: [null, { holidays: 'IT' }] })).toEqual([
    ['skills', [['a'], ['a', 'b']]],
    ['rules.holidays', [undefined, 'IT']],
  ]);
});

test('people’s data come without changes', () => {
  expect(changedValues(null)).toEqual([]);
});
