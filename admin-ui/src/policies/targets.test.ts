import { expect, test } from 'vitest';
import { changeTarget, inUnit, targetsProblem, toggleTarget, toMinutes, unitOf } from './targets';

test.each([
  [90, 'min', 90],
  [120, 'h', 2],
  [1440, 'd', 1],
  [4320, 'd', 3],
  [0, 'h', 0],
] as const)('%d minutes are best written in %s: %d', (minutes, unit, amount) => {
  expect(unitOf(minutes)).toBe(unit);
  expect(inUnit(minutes, unit)).toBe(amount);
  expect(toMinutes(amount, unit)).toBe(minutes);
});

test('a clock that is switched off has no target at all', () => {
  const on = toggleTarget({}, 'repair');
  expect(on.repair?.minutes).toBeGreaterThan(0);
  expect(toggleTarget(on, 'repair')).toEqual({});
});

test('changing one clock leaves the others', () => {
  const both = toggleTarget(toggleTarget({}, 'repair'), 'verification');
  const changed = changeTarget(both, 'repair', { minutes: 60, grace: null });
  expect(changed.repair).toMatchObject({ minutes: 60, grace: null, mode: 'working' });
  expect(changed.verification).toEqual(both.verification);
});

test('targets that cannot be counted with are named before they are sent', () => {
  const on = toggleTarget({}, 'repair');
  expect(targetsProblem(on)).toBeUndefined();
  expect(targetsProblem(changeTarget(on, 'repair', { remindBefore: null }))).toBeUndefined();
  expect(targetsProblem({})).toBe('settings.targetsNone');
  expect(targetsProblem(changeTarget(on, 'repair', { minutes: 0 }))).toBe('settings.minutesHelp');
  expect(targetsProblem(changeTarget(on, 'repair', { minutes: 60, remindBefore: 60 }))).toBe(
    'settings.remindLate',
  );
});
