export const areas = ['Polygon', 'MultiPolygon'];
export const linesAndAreas = [...areas, 'LineString', 'MultiLineString'];
export const anyGeometry = [...linesAndAreas, 'Point', 'MultiPoint'];

/** GeoJSON as people paste it. What cannot be read stays as text, so that nothing typed is lost. */
export function parseGeometry(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const formatGeometry = (value: unknown): string =>
  typeof value === 'string' ? value : value ? JSON.stringify(value) : '';

/** Is it a geometry of one of these kinds, as far as can be told here? */
export const isGeometry = (value: unknown, kinds: readonly string[] = anyGeometry): boolean =>
  typeof value === 'object' &&
  value !== null &&
  kinds.includes((value as { type?: string }).type ?? '') &&
  Array.isArray((value as { coordinates?: unknown }).coordinates);
