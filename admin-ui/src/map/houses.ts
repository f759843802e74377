import L from 'leaflet';
import { get } from '../http/request';
import { type House, labelsOf, type Shown, shownAt } from './labels';

/** Not further than this: streets are named from here. */
const widest = 13;

/**
 * The numbers or streets in sight: they tell the place where no background could be loaded. Where nothing
 * is known close by, the map first moves away until something is.
 * @param onShown told what there is to be read
 */
export function showHouses(map: L.Map, onShown: (shown: Shown) => void): void {
  const labels = L.layerGroup().addTo(map);
  let asked: URLSearchParams;
  let looking = true;
  const draw = async () => {
    const zoom = map.getZoom();
    const shown = shownAt(zoom);
    const [west, south, east, north] = map.getBounds().toBBoxString().split(',');
    const query = new URLSearchParams({ west, south, east, north } as Record<string, string>);
    if (shown === 'names') query.set('each', 'street');
    asked = query;
    const found =
      shown === 'nothing' ? [] : await get<House[]>(`/api/v1/house-numbers?${query}`).catch(() => []);
    // The map has moved on, or gone, meanwhile.
    if (asked !== query || !map.getPane('markerPane')) return;
    const place = ({ latitude, longitude }: House) => map.latLngToContainerPoint([latitude, longitude]);
    const legible = shown === 'nothing' ? [] : labelsOf(found, shown, map.getSize(), place);
    if (looking && shown !== 'nothing' && legible.length === 0 && zoom > widest) {
      map.setZoom(zoom - 1);
      return;
    }
    looking &&= legible.length === 0;
    labels.clearLayers();
    onShown(legible.length > 0 ? shown : 'nothing');
    for (const { words, at } of legible) {
      const text = document.createElement('span');
      text.textContent = words;
      text.style.cssText =
        'white-space: nowrap; font-size: 11px; color: #17324d; text-shadow: 0 0 3px #fff, 0 0 3px #fff';
      const icon = L.divIcon({ className: '', html: text, iconSize: [0, 0] });
      L.marker([at.latitude, at.longitude], { icon, interactive: false, keyboard: false }).addTo(labels);
    }
  };
  map.on('moveend', draw);
  draw();
}
