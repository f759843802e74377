/** Of a map's squares, in degrees: at 45° north 440 metres high and 310 metres wide. */
export const CELL_SIDE = 0.004;

/** Counted from the equator and from Greenwich. */
export interface MapCell {
  row: number;
  col: number;
}

/** The ring of a cell as GeoJSON has it: longitude first, counter-clockwise, closed. */
export function ringOf({ row, col }: MapCell): [number, number][] {
  // A row times the side is no round number in binary.
  const at = (index: number) => Math.round(index * CELL_SIDE * 1000) / 1000;
  const [south, north, west, east] = [at(row), at(row + 1), at(col), at(col + 1)];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
