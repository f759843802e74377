export interface Point {
  lat: number;
  lon: number;
}

/** What may be about no place. */
export interface Somewhere {
  lat: number | null;
  lon: number | null;
}

/** Its point, or null where there is none. */
export const pointOf = ({ lat, lon }: Somewhere): Point | null =>
  lat === null || lon === null ? null : { lat, lon };

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const metresPerDegree = 111_195;

/**
 * How far apart two places of one town are, in metres; a town is small enough to be flat. Null where one of
 * them is no place.
 */
export function distance(from: Somewhere, to: Somewhere): number | null {
  const [one, other] = [pointOf(from), pointOf(to)];
  if (!one || !other) return null;
  const east = (one.lon - other.lon) * Math.cos(radians((one.lat + other.lat) / 2));
  return Math.hypot(one.lat - other.lat, east) * metresPerDegree;
}

/** `35 m`, `1,2 km`. */
export const sayDistance = (metres: number, locale: string): string =>
  metres < 1000
    ? `${Math.round(metres)} m`
    : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(metres / 1000)} km`;
