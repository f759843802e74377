import L from 'leaflet';
import { get } from '../http/request';

interface House {
  street: string;
  number: string;
  latitude: number;
  longitude: number;
}

const readable = 17;

/** The house numbers in sight: they tell the place where no background could be loaded. */
export function showHouses(map: L.Map): void {
  const houses = L.layerGroup().addTo(map);
  const draw = async () => {
    if (map.getZoom() < readable) return houses.clearLayers();
    const [west, south, east, north] = map.getBounds().toBBoxString().split(',');
    const box = new URLSearchParams({ west, south, east, north } as Record<string, string>);
    const found = await get<House[]>(`/api/v1/house-numbers?${box}`).catch(() => []);
    houses.clearLayers();
    const named = new Set<string>();
    for (const { street, number, latitude, longitude } of found) {
      const words = document.createElement('span');
      // The nearest number of each street carries its name.
      words.textContent = named.has(street) ? number : `${number} ${street}`;
      words.style.cssText = 'white-space: nowrap; font-size: 11px; color: #17324d';
      named.add(street);
      const icon = L.divIcon({ className: '', html: words, iconSize: [0, 0] });
      L.marker([latitude, longitude], { icon, interactive: false, keyboard: false }).addTo(houses);
    }
  };
  map.on('moveend', draw);
  draw();
}
