import { expect, test } from 'vitest';
import { formatGeometry, isGeometry, linesAndAreas, parseGeometry } from './geometry';

const line = {
  type: 'LineString',
  coordinates: [
    [8.6, 44.9],
    [8.7, 44.9],
  ],
};

test('GeoJSON is read and written back; half-typed text stays as it is', () => {
  expect(parseGeometry(JSON.stringify(line))).toEqual(line);
  expect(formatGeometry(line)).toBe(JSON.stringify(line));
  expect(formatGeometry(parseGeometry('{"type":'))).toBe('{"type":');
  expect(formatGeometry(null)).toBe('');
});

test.each([
  [line, true],
  [{ type: 'Point', coordinates: [8, 44] }, false],
  [{ type: 'Polygon' }, false],
  ['{"type":', false],
  [null, false],
])('%j is a line or an area: %s', (value, fits) => {
  expect(isGeometry(value, linesAndAreas)).toBe(fits);
});

test('a point is one where points are asked for', () => {
  expect(isGeometry({ type: 'Point', coordinates: [8, 44] })).toBe(true);
});
