import type { DataSource, EntityManager } from 'typeorm';
import type { RoadOwner } from '../entities';

export interface Coordinates {
  latitude: number;
  longitude: number;
}

export interface PlaceFacts {
  /** Inside the municipality. */
  inside: boolean;
  /** Whose ground it is when it is not the municipality's. */
  owner: Pick<RoadOwner, 'id' | 'name' | 'onReport' | 'email' | 'contactIt' | 'contactEn'> | null;
  /** The nearest house number, when there is one within about 150 m. */
  address: string | null;
}

/** Everything that the map knows about one place. Where two owners meet, the one that accepts reports counts. */
export async function lookAtPlace(
  db: DataSource | EntityManager,
  { latitude, longitude }: Coordinates,
): Promise<PlaceFacts> {
  const [row] = await db.query(
    `SELECT
       EXISTS (SELECT 1 FROM municipality WHERE ST_Covers(boundary, p.g)) AS inside,
       (SELECT json_build_object('id', id, 'name', name, 'onReport', on_report, 'email', email,
                                 'contactIt', contact_it, 'contactEn', contact_en)
        FROM road_owner WHERE ST_Intersects(area, p.g)
        ORDER BY on_report = 'forward' DESC, id LIMIT 1) AS owner,
       (SELECT street || ' ' || number FROM house_number
        WHERE location && ST_Expand(p.g, 0.002) AND ST_DWithin(location::geography, p.g::geography, 150)
        ORDER BY location <-> p.g LIMIT 1) AS address
     FROM (SELECT ST_SetSRID(ST_MakePoint($1, $2), 4326) AS g) p`,
    [longitude, latitude],
  );
  return row;
}

/** Metres between two places, on the globe. */
export function metresBetween(a: Coordinates, b: Coordinates): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(h));
}
