import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coalesce } from './coalesce';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first call runs at once, a storm of calls once more at the end', () => {
  const run = vi.fn();
  const { call } = coalesce(run, 1000);
  call();
  expect(run).toHaveBeenCalledTimes(1);
  for (let n = 0; n < 50; n += 1) call();
  vi.advanceTimersByTime(999);
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(5000);
  expect(run).toHaveBeenCalledTimes(2);
});

test('after a quiet time the next call runs at once again', () => {
  const run = vi.fn();
  const { call } = coalesce(run, 1000);
  call();
  vi.advanceTimersByTime(1000);
  call();
  expect(run).toHaveBeenCalledTimes(2);
});

test('what was cancelled does not run', () => {
  const run = vi.fn();
  const { call, cancel } = coalesce(run, 1000);
  call();
  call();
  cancel();
  vi.advanceTimersByTime(5000);
  expect(run).toHaveBeenCalledTimes(1);
});
