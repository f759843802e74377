import { expect, test } from 'vitest';
import { geoLink, mapLink } from './links';

const place = { lat: 44.9133, lon: 8.6164, address: 'Via Roma 12 (cortile)', number: 'AL-7' };

test('a place opens in the phone’s navigation and on a map', () => {
  expect(geoLink(place)).toBe('geo:44.9133,8.6164?q=44.9133,8.6164(Via%20Roma%2012%20(cortile))');
  expect(geoLink({ ...place, address: null })).toContain('(AL-7)');
  expect(mapLink(place)).toBe('https://www.openstreetmap.org/directions?to=44.9133,8.6164');
});
