import type { GeoJsonObject } from 'geojson';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Point } from './distance';
import { showHouses } from './houses';
import type { Shown } from './labels';

export type { Point };

export interface PlaceMapHandle {
  show(point: Point | null): void;
  remove(): void;
}

interface Options {
  tiles: { url: string; attribution: string } | null;
  boundary: GeoJsonObject | null;
  /** Where to begin without a point. */
  center: Point | null;
  onPick: (point: Point) => void;
  /** Without a background: what there is to be read instead. */
  onBare: (shown: Shown) => void;
}

const closeUp = 17;
/** Streets, and blocks of houses. */
const townCentre = 15;
/** Drawn by style, so that no picture of a pin has to be loaded. */
const pin = L.divIcon({
  className: '',
  html: '<svg width="28" height="36" viewBox="0 0 28 36" aria-hidden="true"><path d="M14 0C6.3 0 0 6.3 0 14c0 9.8 14 22 14 22s14-12.2 14-22C28 6.3 21.7 0 14 0z" fill="#b3261e" stroke="#fff"/><circle cx="14" cy="14" r="5" fill="#fff"/></svg>',
  iconSize: [28, 36],
  iconAnchor: [14, 36],
});

/** A leaflet map with the municipality's boundary, one pin, and streets and house numbers where there are no tiles. */
export function createPlaceMap(
  ground: HTMLElement,
  { tiles, boundary, center, onPick, onBare }: Options,
): PlaceMapHandle {
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
  let marker: L.Marker | null = null;
  map.on('click', ({ latlng }) => onPick({ lat: latlng.lat, lon: latlng.lng }));
  const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resized.observe(ground);
  return {
    show(point) {
      const first = !marker;
      marker?.remove();
      marker = point ? L.marker([point.lat, point.lon], { icon: pin, keyboard: false }).addTo(map) : null;
      // Who has looked closer to mark the place stays there.
      const zoom = first ? closeUp : Math.max(closeUp, map.getZoom());
      // A page that is left at once would be missed by a movement.
      if (point) map.setView([point.lat, point.lon], zoom, { animate: false });
    },
    remove() {
      resized.disconnect();
      map.remove();
    },
  };
}
