import { expect, test } from 'vitest';
import { isOn } from './types';

test('a shift is on from its first instant until the next begins', () => {
  const shift = { startsAt: '2026-11-23T07:00:00.000Z', endsAt: '2026-11-30T07:00:00.000Z' };
  const on = (at: string) => isOn(shift, Date.parse(at));
  expect(['2026-11-23T06:59:59Z', '2026-11-23T07:00:00Z', '2026-11-30T07:00:00Z'].map(on)).toEqual([
    false,
    true,
    false,
  ]);
});
