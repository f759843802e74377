import { expect, test } from 'vitest';
import { distance, sayDistance } from './distance';

test('a degree of latitude is longer than one of longitude', () => {
  const here = { lat: 44.9, lon: 8.6 };
  expect(distance(here, here)).toBe(0);
  expect(distance(here, { lat: 44.901, lon: 8.6 })).toBeCloseTo(111, 0);
  expect(distance(here, { lat: 44.9, lon: 8.601 })).toBeCloseTo(79, 0);
});

test('near is said in metres, far in kilometres', () => {
  expect(sayDistance(34.6, 'it')).toBe('35 m');
  expect(sayDistance(1234, 'it')).toBe('1,2 km');
  expect(sayDistance(1234, 'en')).toBe('1.2 km');
});
