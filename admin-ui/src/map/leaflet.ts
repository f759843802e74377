import type { GeoJsonObject } from 'geojson';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { showHouses } from './houses';

export interface Point {
  lat: number;
  lon: number;
}

export interface PlaceMapHandle {
  show(point: Point | null): void;
  remove(): void;
}

interface Options {
  tiles: { url: string; attribution: string } | null;
  boundary: GeoJsonObject | null;
  /** Where picking begins, near enough to tell the streets; without it all of the municipality is shown. */
  start: Point | null;
  onPick: (point: Point) => void;
  /** Says whether the background could be loaded. */
  onTiles: (there: boolean) => void;
}

const closeUp = 17;
/** House numbers stand too close to be read from further away. */
const bareCloseUp = 18;
/** Drawn by style, so that no picture of a pin has to be loaded. */
const pin = L.divIcon({
  className: '',
  html: '<svg width="28" height="36" viewBox="0 0 28 36" aria-hidden="true"><path d="M14 0C6.3 0 0 6.3 0 14c0 9.8 14 22 14 22s14-12.2 14-22C28 6.3 21.7 0 14 0z" fill="#b3261e" stroke="#fff"/><circle cx="14" cy="14" r="5" fill="#fff"/></svg>',
  iconSize: [28, 36],
  iconAnchor: [14, 36],
});

/** A leaflet map with the municipality's boundary, one pin, and house numbers where there are no tiles. */
export function createPlaceMap(
  ground: HTMLElement,
  { tiles, boundary, start, onPick, onTiles }: Options,
): PlaceMapHandle {
  const map = L.map(ground, { zoomControl: true, scrollWheelZoom: false, maxZoom: 19 });
  map.attributionControl.setPrefix(false);
  map.fitWorld();
  if (tiles) {
    const layer = L.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19 });
    layer.on('load', () => onTiles(true)).on('tileerror', () => onTiles(false));
    layer.once('tileerror', () => showHouses(map)).addTo(map);
  } else showHouses(map);
  const area = boundary
    ? L.geoJSON(boundary, {
        style: { color: '#0b57a4', weight: 2, fillOpacity: 0.04 },
        interactive: false,
      }).addTo(map)
    : null;
  let marker: L.Marker | null = null;
  const showAll = () =>
    start
      ? map.setView([start.lat, start.lon], closeUp, { animate: false })
      : area && map.fitBounds(area.getBounds(), { padding: [8, 8], animate: false });
  showAll();
  map.on('click', ({ latlng }) => onPick({ lat: latlng.lat, lon: latlng.lng }));
  const resized = new ResizeObserver(() => {
    map.invalidateSize({ animate: false });
    if (!marker) showAll();
  });
  resized.observe(ground);
  return {
    show(point) {
      marker?.remove();
      marker = point ? L.marker([point.lat, point.lon], { icon: pin, keyboard: false }).addTo(map) : null;
      // Whoever has come nearer by hand stays there.
      const near = Math.max(tiles ? closeUp : bareCloseUp, map.getZoom());
      if (point) map.setView([point.lat, point.lon], near);
    },
    remove() {
      resized.disconnect();
      map.remove();
    },
  };
}
