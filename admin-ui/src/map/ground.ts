import type { GeoJsonObject } from 'geojson';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Point } from './distance';
import { showHouses } from './houses';
import type { Shown } from './labels';

export interface GroundOptions {
  tiles: { url: string; attribution: string } | null;
  boundary: GeoJsonObject | null;
  /** Where to begin. */
  center: Point | null;
  /** Without a background: what there is to be read instead. */
  onBare: (shown: Shown) => void;
}

/** Streets, and blocks of houses. */
const townCentre = 15;

/** A leaflet map with the municipality's boundary, and streets and house numbers where there are no tiles. */
export function createGround(
  ground: HTMLElement,
  { tiles, boundary, center, onBare }: GroundOptions,
): { map: L.Map; remove: () => void } {
  const map = L.map(ground, { zoomControl: true, scrollWheelZoom: false, maxZoom: 19 });
  map.attributionControl.setPrefix(false);
  map.fitWorld();
  if (tiles) {
    const layer = L.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19 });
    layer.once('tileerror', () => showHouses(map, onBare)).addTo(map);
  } else showHouses(map, onBare);
  if (boundary) {
    const style = { color: '#0b57a4', weight: 2, fillOpacity: 0.04 };
    L.geoJSON(boundary, { style, interactive: false }).addTo(map);
  }
  if (center) map.setView([center.lat, center.lon], townCentre);
  const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resized.observe(ground);
  return {
    map,
    remove() {
      resized.disconnect();
      map.remove();
    },
  };
}
