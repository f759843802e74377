import { expect, test } from 'vitest';
import type { CaseClock } from '../types';
import { isLate, progressOf, stoppedRepair } from './progress';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour)).toISOString();
const now = Date.parse(at(10));
const clock = (change: Partial<CaseClock>): CaseClock => ({
  kind: 'repair',
  cycle: 1,
  turn: 1,
  status: 'running',
  startedAt: at(8),
  stoppedAt: null,
  remindAt: null,
  dueAt: at(12),
  escalateAt: null,
  source: 'policy',
  ...change,
});

test('progress goes from the start to the deadline and stops with the clock', () => {
  expect(progressOf(clock({}), now)).toBe(50);
  expect(progressOf(clock({ dueAt: at(9) }), now)).toBe(100);
  expect(progressOf(clock({ stoppedAt: at(9), status: 'met' }), now)).toBe(25);
  expect(progressOf(clock({ dueAt: null, status: 'planning' }), now)).toBeNull();
  expect(progressOf(clock({ dueAt: at(8) }), now)).toBe(100);
});

test('late is what was missed or runs beyond its deadline', () => {
  expect(isLate(clock({}), now)).toBe(false);
  expect(isLate(clock({ dueAt: at(9) }), now)).toBe(true);
  expect(isLate(clock({ dueAt: at(9), status: 'met', stoppedAt: at(8) }), now)).toBe(false);
  expect(isLate(clock({ status: 'missed' }), now)).toBe(true);
  expect(isLate(clock({ dueAt: at(9), status: 'cancelled' }), now)).toBe(false);
});

test('a repair that is done is neither late nor due, however long ago its deadline was', () => {
  const done = clock({ status: 'met', stoppedAt: at(8), dueAt: at(9) });
  expect(stoppedRepair([done])).toBe('met');
  expect(stoppedRepair([clock({ kind: 'rating' }), clock({ status: 'missed', stoppedAt: at(9) })])).toBe(
    'missed',
  );
  expect(stoppedRepair([clock({})])).toBeNull();
  expect(stoppedRepair([])).toBeNull();
});

test('reopened, the repair of the new cycle is due again', () => {
  expect(stoppedRepair([clock({ status: 'met', stoppedAt: at(8) }), clock({ cycle: 2 })])).toBeNull();
});
