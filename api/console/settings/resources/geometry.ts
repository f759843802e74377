import type { EntityManager } from 'typeorm';
import { z } from 'zod';

/** WGS84, longitude before latitude; a height is left out. */
const position = z
  .array(z.number())
  .min(2)
  .max(3)
  .refine(([lon = 0, lat = 0]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90, 'out-of-range')
  .transform(([lon, lat]) => [lon, lat] as [number, number]);
const line = z.array(position).min(2);
const polygon = z.array(z.array(position).min(4)).min(1);

const shapes = {
  Point: position,
  MultiPoint: z.array(position).min(1),
  LineString: line,
  MultiLineString: z.array(line).min(1),
  Polygon: polygon,
  MultiPolygon: z.array(polygon).min(1),
};

type Shape = keyof typeof shapes;

/** GeoJSON of one of these types (RFC 7946); what is wrong with it is wrong with the whole. */
const geometry = (...types: readonly Shape[]) =>
  z.unknown().transform((value, context) => {
    const { type, coordinates } = (value ?? {}) as { type?: Shape; coordinates?: unknown };
    const read = type && types.includes(type) ? shapes[type].safeParse(coordinates) : null;
    if (type && read?.success) return { type, coordinates: read.data };
    context.addIssue({ code: 'custom', message: 'invalid' });
    return z.NEVER;
  });

export const lineOrArea = geometry('MultiPolygon', 'Polygon', 'LineString', 'MultiLineString');
export const areaGeometry = geometry('MultiPolygon', 'Polygon');
export const anyGeometry = geometry(
  ...(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'] as const),
);

/** The places in a list of geometries of those that PostGIS cannot work with, such as rings that cross themselves. */
export async function invalidAmong(tx: EntityManager, geometries: unknown[]): Promise<number[]> {
  const rows: { index: number }[] = await tx.query(
    `SELECT (n - 1)::int AS index FROM json_array_elements($1::json) WITH ORDINALITY AS g (shape, n)
     WHERE NOT st_isvalid(st_geomfromgeojson(shape))`,
    [JSON.stringify(geometries)],
  );
  return rows.map(({ index }) => index);
}
