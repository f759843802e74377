import fc from 'fast-check';
import { CELL_SIDE, ringOf } from './cell';

test('a place lies in the square of its row and column, and squares leave no gap', () => {
  const place = fc.record({
    lat: fc.double({ min: -80, max: 80, noNaN: true }),
    lon: fc.double({ min: -179, max: 179, noNaN: true }),
  });
  fc.assert(
    fc.property(place, ({ lat, lon }) => {
      const cell = { row: Math.floor(lat / CELL_SIDE), col: Math.floor(lon / CELL_SIDE) };
      const ring = ringOf(cell);
      const [southWest, southEast, northEast] = [ring[0]!, ring[1]!, ring[2]!];
      expect(lon).toBeGreaterThanOrEqual(southWest[0]! - 1e-9);
      expect(lon).toBeLessThanOrEqual(northEast[0]! + 1e-9);
      expect(lat).toBeGreaterThanOrEqual(southWest[1]! - 1e-9);
      expect(lat).toBeLessThanOrEqual(northEast[1]! + 1e-9);
      expect(ringOf({ ...cell, col: cell.col + 1 })[0]).toEqual(southEast);
      expect(ring.at(-1)).toEqual(southWest);
    }),
  );
});
