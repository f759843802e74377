import { expect, test } from 'vitest';
import { distance, pointOf, sayDistance } from './distance';

test('a degree of latitude is longer than one of longitude', () => {
  const here = { lat: 44.9, lon: 8.6 };
  expect(distance(here, here)).toBe(0);
  expect(distance(here, { lat: 44.901, lon: 8.6 })).toBeCloseTo(111, 0);
  expect(distance(here, { lat: 44.9, lon: 8.601 })).toBeCloseTo(79, 0);
});

test('what is about no place has no point', () => {
  expect(pointOf({ lat: 0, lon: 0 })).toEqual({ lat: 0, lon: 0 });
  const nowhere = { lat: null, lon: null };
  expect(pointOf(nowhere)).toBeNull();
  expect([distance({ lat: 44.9, lon: 8.6 }, nowhere), distance(nowhere, nowhere)]).toEqual([null, null]);
});

test('near is said in metres, far in kilometres', () => {
  expect(sayDistance(34.6, 'it')).toBe('35 m');
  expect(sayDistance(1234, 'it')).toBe('1,2 km');
  expect(sayDistance(1234, 'en')).toBe('1.2 km');
});
