export interface Point {
  lat: number;
  lon: number;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const metresPerDegree = 111_195;

/** How far apart two places of one town are, in metres; a town is small enough to be flat. */
export function distance(one: Point, other: Point): number {
  const east = (one.lon - other.lon) * Math.cos(radians((one.lat + other.lat) / 2));
  return Math.hypot(one.lat - other.lat, east) * metresPerDegree;
}

/** `35 m`, `1,2 km`. */
export const sayDistance = (metres: number, locale: string): string =>
  metres < 1000
    ? `${Math.round(metres)} m`
    : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(metres / 1000)} km`;
