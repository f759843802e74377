import { expect, test } from 'vitest';
import { rounded, SMALL_SHARE, severityOf, signed, tell } from './tell';

test.each([
  [{ mean: 0, low: 0, high: 0 }, 'none', 'info'],
  [{ mean: -0.1, low: -0.3, high: 0.02 }, 'unsure', 'info'],
  [{ mean: -0.004, low: -0.008, high: -0.001 }, 'little', 'info'],
  [{ mean: 0.002, low: -0.01, high: 0.01 }, 'little', 'info'],
  [{ mean: 0.002, low: -0.1, high: 0.1 }, 'unsure', 'info'],
  [{ mean: -0.2, low: -0.3, high: -0.1 }, 'less', 'success'],
  [{ mean: 0.2, low: 0.1, high: 0.3 }, 'more', 'warning'],
])('a change of %j is %s', (change, said, severity) => {
  expect(tell(change, SMALL_SHARE)).toBe(said);
  expect(severityOf(tell(change, SMALL_SHARE))).toBe(severity);
});

test('a sentence holds whole numbers', () => {
  expect(rounded({ mean: 0.224, low: 0.151, high: 0.306 }, 100)).toEqual({ value: 22, low: 15, high: 31 });
  expect(rounded({ mean: 12.4, low: 9.6, high: 15.5 }, 1)).toEqual({ value: 12, low: 10, high: 16 });
});

test('a difference has its sign', () => {
  expect(signed({ mean: -0.041, low: -0.081, high: 0.012 }, 'it')).toEqual({ low: '−8', high: '+1' });
  expect(signed({ mean: 0.001, low: -0.001, high: 0.01 }, 'en')).toEqual({ low: '0', high: '+1' });
});
