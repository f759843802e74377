import type { DataSource, EntityManager } from 'typeorm';
import type { Geometry } from '../entities';
import type { Coordinates } from './place';

/** SQL for what a municipality calls itself: "Comune di …" unless its name says so already. */
export const titleOf = (table: string): string =>
  `CASE WHEN ${table}.name ~* '^(comune|città) ' THEN ${table}.name ELSE 'Comune di ' || ${table}.name END`;

export interface MunicipalityCard {
  name: string;
  /** "Comune di …". */
  title: string;
  timezone: string;
  contactEmail: string;
  /** Begins every number that is said on the phone. */
  prefix: string;
  center: Coordinates;
  /** Of the data protection officer. */
  dpoEmail: string | null;
  /** Whom to name where house numbers are shown. */
  houseNumbersSource: string | null;
  /** A demonstration. */
  exercise: boolean;
}

/** The municipality without its long boundary; null before the first seed. */
export async function municipalityCard(db: DataSource | EntityManager): Promise<MunicipalityCard | null> {
  const [row] = await db.query(
    `SELECT name, ${titleOf('m')} AS title, settings->>'dpoEmail' AS "dpoEmail", settings->>'houseNumbersSource' AS "houseNumbersSource", timezone, contact_email AS "contactEmail", COALESCE(settings->>'prefix', 'BC') AS prefix,
            COALESCE(settings->>'capStatus' = 'Exercise', false) AS exercise,
            json_build_object('latitude', ST_Y(center), 'longitude', ST_X(center)) AS center
     FROM municipality m LIMIT 1`,
  );
  return row ?? null;
}

/** The boundary for a map, simplified to about ten metres. */
export async function boundaryGeoJson(db: DataSource | EntityManager): Promise<Geometry | null> {
  const [row] = await db.query(
    `SELECT ST_AsGeoJSON(ST_SimplifyPreserveTopology(boundary, 0.0001), 5)::json AS boundary FROM municipality LIMIT 1`,
  );
  return row?.boundary ?? null;
}
