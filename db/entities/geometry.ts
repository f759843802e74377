/** GeoJSON as PostGIS and TypeORM exchange it: WGS84, longitude before latitude. */
export interface Point {
  type: 'Point';
  coordinates: [number, number];
}
export interface Geometry {
  type:
    | 'MultiPolygon'
    | 'Polygon'
    | 'LineString'
    | 'MultiLineString'
    | 'Point'
    | 'MultiPoint'
    | 'GeometryCollection';
  coordinates: unknown;
}
