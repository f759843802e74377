import L from 'leaflet';
import type { Point } from './distance';
import { createGround, type GroundOptions } from './ground';

export type { Point };

export interface PlaceMapHandle {
  show(point: Point | null): void;
  remove(): void;
}

interface Options extends GroundOptions {
  onPick: (point: Point) => void;
}

const closeUp = 17;
/** Drawn by style, so that no picture of a pin has to be loaded. */
const pin = L.divIcon({
  className: '',
  html: '<svg width="28" height="36" viewBox="0 0 28 36" aria-hidden="true"><path d="M14 0C6.3 0 0 6.3 0 14c0 9.8 14 22 14 22s14-12.2 14-22C28 6.3 21.7 0 14 0z" fill="#b3261e" stroke="#fff"/><circle cx="14" cy="14" r="5" fill="#fff"/></svg>',
  iconSize: [28, 36],
  iconAnchor: [14, 36],
});

/** A map with one pin, which a click may move. */
export function createPlaceMap(ground: HTMLElement, { onPick, ...options }: Options): PlaceMapHandle {
  const { map, remove } = createGround(ground, options);
  let marker: L.Marker | null = null;
  map.on('click', ({ latlng }) => onPick({ lat: latlng.lat, lon: latlng.lng }));
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
    remove,
  };
}
