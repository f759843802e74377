import fc from 'fast-check';
import { cellsWithin } from './cells';

const place = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -179, max: 179, noNaN: true }),
});
const radius = fc.double({ min: 1, max: 750, noNaN: true });
const key = ({ row, column }: { row: number; column: number }) => `${row} ${column}`;

test('whoever would find the other shares a cell with it, whatever the other looks for', () => {
  const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(place, radius, radius, turn, share, (one, mine, theirs, angle, part) => {
      const north = (part * mine * Math.cos(angle)) / 111_195;
      const east = (part * mine * Math.sin(angle)) / 111_195 / Math.cos((one.latitude * Math.PI) / 180);
      const other = { latitude: one.latitude + north * 0.99, longitude: one.longitude + east * 0.99 };
      const seen = new Set(cellsWithin({ ...one, radius: mine }).map(key));
      expect(cellsWithin({ ...other, radius: theirs }).some((cell) => seen.has(key(cell)))).toBe(true);
    }),
  );
});

test('are taken in one order by all, and are few', () => {
  fc.assert(
    fc.property(place, radius, (one, metres) => {
      const cells = cellsWithin({ ...one, radius: metres });
      const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
      expect(cells).toEqual(sorted);
      expect(new Set(cells.map(key)).size).toBe(cells.length);
    }),
  );
  expect(cellsWithin({ latitude: 44.91, longitude: 8.61, radius: 120 }).length).toBeLessThanOrEqual(9);
});
