import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { EntityManager } from 'typeorm';

/**
 * Loads house numbers (`street,number,postcode,quarter,lat,lon`, WGS84) into an empty table.
 * @param file CSV, plain or `.gz`
 * @returns how many
 */
export async function seedHouseNumbers(tx: EntityManager, file: string): Promise<number> {
  const bytes = readFileSync(file);
  const rows: Record<string, string>[] = parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, {
    columns: true,
  });
  const column = (name: string) => rows.map((row) => row[name] ?? '');
  await tx.query(
    `INSERT INTO house_number (id, street, number, postcode, quarter, location)
     SELECT n, street, number, postcode, quarter, ST_SetSRID(ST_MakePoint(lon, lat), 4326)
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[])
       WITH ORDINALITY AS t(street, number, postcode, quarter, lat, lon, n)`,
    [
      column('street'),
      column('number'),
      column('postcode'),
      column('quarter'),
      column('lat').map(Number),
      column('lon').map(Number),
    ],
  );
  return rows.length;
}
