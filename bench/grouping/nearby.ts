import { byOpening, type Report } from './reports';

interface Place {
  latitude: number;
  longitude: number;
}

/** Of the sphere that PostGIS measures on. */
const EARTH_METRES = 6371008.7714;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two places of one town. */
export function metresBetween(a: Place, b: Place): number {
  const east = radians(b.longitude - a.longitude) * Math.cos(radians((a.latitude + b.latitude) / 2));
  return EARTH_METRES * Math.hypot(east, radians(b.latitude - a.latitude));
}

/** Finds the reports around a place; cells of the size of the reach. */
export class Nearby {
  readonly #cells = new Map<string, Report[]>();
  readonly #high: number;
  readonly #wide: number;

  /** @param reach metres; nothing further is found */
  constructor(
    reports: readonly Report[],
    private readonly reach: number,
  ) {
    const { latitude = 0 } = reports[0] ?? {};
    this.#high = ((reach / EARTH_METRES) * 180) / Math.PI;
    // A little wider, for the north of the town.
    this.#wide = (this.#high / Math.cos(radians(latitude))) * 1.05;
    for (const report of reports) {
      const key = this.#key(this.#row(report), this.#column(report));
      this.#cells.set(key, [...(this.#cells.get(key) ?? []), report]);
    }
  }

  /** The reports that were opened before this one, within the reach. */
  before(report: Report): { report: Report; metres: number }[] {
    const steps = [-1, 0, 1];
    const cells = steps.flatMap((north) =>
      steps.map((east) => this.#cells.get(this.#key(this.#row(report) + north, this.#column(report) + east))),
    );
    return cells
      .flatMap((cell) => cell ?? [])
      .filter((other) => byOpening(other, report) < 0)
      .map((other) => ({ report: other, metres: metresBetween(report, other) }))
      .filter(({ metres }) => metres <= this.reach);
  }

  #row = ({ latitude }: Place) => Math.floor(latitude / this.#high);
  #column = ({ longitude }: Place) => Math.floor(longitude / this.#wide);
  #key = (row: number, column: number) => `${row}:${column}`;
}
