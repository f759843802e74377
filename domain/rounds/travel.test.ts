import { cityStreets, metresBetween, streetTravel } from './travel';
import type { Place } from './types';

const alessandria: Place = [8.6147, 44.9133];
const torino: Place = [7.6869, 45.0703];

test('a degree of a meridian is 111.2 km, a degree of a parallel shrinks with the latitude', () => {
  expect(metresBetween([8, 44], [8, 45])).toBeCloseTo(111_195, -1);
  expect(metresBetween([8, 60], [9, 60])).toBeCloseTo(55_597, -2);
  expect(metresBetween([179.5, 0], [-179.5, 0])).toBeCloseTo(111_195, -1);
});

test('from Alessandria to Turin it is 75 km as the crow flies', () => {
  expect(metresBetween(alessandria, torino) / 1000).toBeCloseTo(75, 0);
});

test('seconds are distance times factor over speed, both ways, and zero on the spot', async () => {
  const travel = await streetTravel({ metresPerSecond: 10, streetFactor: 1.5 }).matrix([alessandria, torino]);
  const seconds = Math.round((metresBetween(alessandria, torino) * 1.5) / 10);
  expect(travel).toEqual([
    [0, seconds],
    [seconds, 0],
  ]);
});

test('a kilometre through a city takes not quite three minutes', async () => {
  const [[, seconds] = []] = await streetTravel().matrix([alessandria, [8.6147, 44.9133 + 1000 / 111_195]]);
  expect(seconds).toBe(Math.round((1000 * cityStreets.streetFactor) / cityStreets.metresPerSecond));
  expect(seconds).toBe(173);
});
