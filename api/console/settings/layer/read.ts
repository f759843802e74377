import { z } from 'zod';
import type { ExposurePlace } from '../../../../db/entities';
import { exposureKinds } from '../../../../domain/vocabulary';
import { unstorable } from '../../../http/validate';
import { name } from '../resources/fields';
import { anyGeometry } from '../resources/geometry';
import { wrongLayer } from '../wrong';

export const MOST_PLACES = 5000;

export type NewPlace = Pick<ExposurePlace, 'name' | 'kind' | 'area'>;

/** Other members than these are what other programs add, and are left aside. */
const collection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.unknown().optional(),
  features: z.array(z.unknown()).min(1),
});
const properties = z.object({ name, kind: z.enum(exposureKinds) });

/**
 * The places of a GeoJSON FeatureCollection, each with `name` and `kind` among its properties.
 * @throws ExplainedError with the first that is wrong, in words
 */
export function readLayer(content: Buffer): NewPlace[] {
  const { crs, features } = collectionIn(content);
  // RFC 7946 knows WGS84 alone; older files may name what they are in.
  if (crs && !/CRS84|4326/.test(JSON.stringify(crs))) throw otherCoordinates();
  if (features.length > MOST_PLACES) throw tooMany(features.length);
  return features.map((feature, index) => placeOf(feature, index));
}

function collectionIn(content: Buffer): z.output<typeof collection> {
  let given: unknown;
  try {
    given = JSON.parse(content.toString('utf8'));
  } catch {
    throw noCollection();
  }
  const read = collection.safeParse(given);
  if (!read.success) throw noCollection();
  return read.data;
}

function placeOf(feature: unknown, index: number): NewPlace {
  const { properties: given, geometry } = (feature ?? {}) as { properties?: unknown; geometry?: unknown };
  const read = properties.safeParse(given);
  if (read.success && unstorable.test(read.data.name)) throw wrongProperty(index, 'name');
  if (!read.success) throw wrongProperty(index, read.error.issues[0]?.path[0] === 'kind' ? 'kind' : 'name');
  const area = anyGeometry.safeParse(geometry);
  if (!area.success) throw wrongGeometry(index);
  return { ...read.data, area: area.data };
}

const noCollection = () =>
  wrongLayer(
    'Questo file non è un GeoJSON con una raccolta di luoghi (FeatureCollection) e almeno un luogo.',
    'This file is no GeoJSON with a collection of places (FeatureCollection) and at least one place.',
  );

const otherCoordinates = () =>
  wrongLayer(
    'Le coordinate devono essere WGS84 (EPSG:4326): esporta di nuovo il file in questo sistema.',
    'The coordinates must be WGS84 (EPSG:4326): export the file again in that system.',
  );

const tooMany = (count: number) =>
  wrongLayer(
    `I luoghi sono ${count}: se ne possono caricare al massimo ${MOST_PLACES}.`,
    `There are ${count} places: at most ${MOST_PLACES} can be loaded.`,
  );

const wrongProperty = (index: number, property: 'name' | 'kind') =>
  property === 'kind'
    ? wrongLayer(
        `Luogo ${index + 1}: la proprietà «kind» deve essere ${exposureKinds.join(', ')}.`,
        `Place ${index + 1}: the property “kind” must be ${exposureKinds.join(', ')}.`,
      )
    : wrongLayer(
        `Luogo ${index + 1}: manca la proprietà «name», o è troppo lunga.`,
        `Place ${index + 1}: the property “name” is missing, or too long.`,
      );

/** @param index of the place, from 0 */
export const wrongGeometry = (index: number) =>
  wrongLayer(
    `Luogo ${index + 1}: la geometria non è valida. Servono punti, linee o aree in gradi, longitudine prima di latitudine.`,
    `Place ${index + 1}: the geometry is not valid. It takes points, lines or areas in degrees, longitude before latitude.`,
  );
