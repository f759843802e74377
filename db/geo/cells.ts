import type { EntityManager } from 'typeorm';
import type { Coordinates } from './place';

/** Of the grid's squares, in degrees: at 45° north 220 metres high and 160 metres wide. */
const SIDE = 0.002;
const METRES_OF_A_DEGREE = 111_000;

export interface Cell {
  row: number;
  column: number;
}

/**
 * The cells that a search of `radius` metres around a place looks into, its own among them. Of two places of which one
 * lies within the other's search both have the former's cell.
 */
export function cellsWithin({ latitude, longitude, radius }: Coordinates & { radius: number }): Cell[] {
  const south = radius / METRES_OF_A_DEGREE;
  const west = south / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  const rows = from(latitude - south, latitude + south);
  const columns = from(longitude - west, longitude + west);
  return rows.flatMap((row) => columns.map((column) => ({ row, column })));
}

function from(least: number, most: number): number[] {
  const first = Math.floor(least / SIDE);
  return Array.from({ length: Math.floor(most / SIDE) - first + 1 }, (_, index) => first + index);
}

/**
 * Until the transaction ends nobody who would find a case here opens one, and nobody opens one that would be found
 * from here: reports of one new problem that come at the same time find the case that the first of them opens. All
 * take the cells in the same order, by rows.
 */
export async function lockCells(tx: EntityManager, place: Coordinates & { radius: number }): Promise<void> {
  const cells = cellsWithin(place);
  await tx.query(
    'SELECT pg_advisory_xact_lock(row, col) FROM unnest($1::int[], $2::int[]) AS cell (row, col)',
    [cells.map(({ row }) => row), cells.map(({ column }) => column)],
  );
}
