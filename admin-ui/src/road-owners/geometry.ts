const kinds = ['Polygon', 'MultiPolygon', 'LineString', 'MultiLineString'];

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

/** Is it an area or a line that the server can take? */
export const isGeometry = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  kinds.includes((value as { type?: string }).type ?? '') &&
  Array.isArray((value as { coordinates?: unknown }).coordinates);
