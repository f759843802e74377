import { expect, test } from 'vitest';
import { inFuture } from './inFuture';

test('only what is past is refused', () => {
  const after = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  expect(inFuture(after(1))).toBeUndefined();
  expect(inFuture(null)).toBeUndefined();
  expect(inFuture(after(-1))).toBe('app.error.past');
});
