import type { DataSource, EntityManager } from 'typeorm';
import type { Coordinates } from './place';

export interface Address extends Coordinates {
  id: number;
  street: string;
  number: string;
  quarter: string;
}

const columns = 'id, street, number, quarter, ST_Y(location) AS latitude, ST_X(location) AS longitude';

/** What is looked at of an address, which may be anything. */
const LONGEST = 100;

/** "Corso Roma 12/B" is a street and the beginning of a number. */
function split(typed: string): { street: string; number: string | null } {
  const text = typed
    .replace(/[\s\0]+/g, ' ')
    .trim()
    .slice(0, LONGEST);
  const [, street, number] = /^(.*?\D)[ ,]+(\d+ ?\/? ?\w?)$/.exec(text) ?? [];
  return street ? { street, number: number!.replaceAll(' ', '') } : { street: text, number: null };
}

/**
 * House numbers whose street sounds like what was typed; without a number one of each street.
 * @param limit at most so many
 */
export function searchAddresses(
  db: DataSource | EntityManager,
  typed: string,
  limit = 10,
): Promise<Address[]> {
  const { street, number } = split(typed);
  const one = number === null ? 'DISTINCT ON (street, quarter)' : '';
  return db.query(
    `SELECT id, street, number, quarter, latitude, longitude FROM (
       SELECT ${one} ${columns}, word_similarity($1, street) AS likeness,
              length(number) AS size
       FROM house_number
       WHERE ($1 <% street OR street ILIKE '%' || $4 || '%') AND ($2::text IS NULL OR number ILIKE $2 || '%')
       ORDER BY ${one ? 'street, quarter,' : ''} word_similarity($1, street) DESC, length(number), number
     ) found
     ORDER BY likeness DESC, size, street, number LIMIT $3`,
    [street, number, limit, street.replace(/[\\%_]/g, '\\$&')],
  );
}

/** One house number by its id, from 1. */
export async function addressById(db: DataSource | EntityManager, id: number): Promise<Address | null> {
  const [row] = await db.query(`SELECT ${columns} FROM house_number WHERE id = $1::bigint`, [id]);
  return row ?? null;
}

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/**
 * The house numbers of a stretch of map, the nearest to its middle first.
 * @param eachStreet only one of each street, for a map too small for numbers
 */
export function addressesIn(
  db: DataSource | EntityManager,
  { west, south, east, north }: Box,
  { eachStreet = false, limit = 250 } = {},
): Promise<Address[]> {
  const box = 'ST_MakeEnvelope($1, $2, $3, $4, 4326)';
  return db.query(
    `SELECT id, street, number, quarter, latitude, longitude FROM (
       SELECT ${eachStreet ? 'DISTINCT ON (street)' : ''} ${columns}, location <-> ST_Centroid(${box}) AS far
       FROM house_number WHERE location && ${box}
       ORDER BY ${eachStreet ? 'street, far' : 'far LIMIT $5'}
     ) found
     ORDER BY far LIMIT $5`,
    [west, south, east, north, limit],
  );
}
