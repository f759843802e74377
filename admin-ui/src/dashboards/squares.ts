import L from 'leaflet';
import { colourOf, limitsOf, type MapFigure, withAny } from './classes';
import type { Square } from './types';

/** Room that a number needs in its square on the screen, a character and the margin, in pixels. */
const CHARACTER = 7;
const MARGIN = 4;
/** White is read on the two darkest colours alone. */
const darkest = ['#2563a0', '#0c3560'];

/** Draws squares coloured by a figure, with the figure written in them where there is room. */
export function showSquares(
  map: L.Map,
  squares: readonly Square[],
  figure: MapFigure,
  { write, onChoose }: { write: (value: number) => string; onChoose: (square: Square) => void },
): () => void {
  const shown = withAny(squares, figure);
  const limits = limitsOf(shown, figure);
  const layer = L.layerGroup().addTo(map);
  const numbers = L.layerGroup().addTo(map);
  const bounds = ({ geometry }: Square) => L.geoJSON(geometry).getBounds();
  for (const square of shown) {
    const fillColor = colourOf(square.properties[figure], limits);
    L.rectangle(bounds(square), { color: '#0c3560', weight: 0.6, fillColor, fillOpacity: 0.75 })
      .on('click', () => onChoose(square))
      .addTo(layer);
  }
  const label = () => {
    numbers.clearLayers();
    const seen = map.getBounds();
    for (const square of shown) {
      const at = bounds(square);
      const [west, east] = [at.getSouthWest(), at.getSouthEast()].map(
        (one) => map.latLngToContainerPoint(one).x,
      );
      const value = square.properties[figure];
      const room = write(value).length * CHARACTER + MARGIN;
      if (!seen.intersects(at) || (east ?? 0) - (west ?? 0) < room) continue;
      const text = document.createElement('span');
      text.textContent = write(value);
      const colour = darkest.includes(colourOf(value, limits)) ? '#fff' : '#0c1f33';
      text.style.cssText = `position: absolute; transform: translate(-50%, -50%); font-size: 11px; font-weight: 600; color: ${colour}`;
      const icon = L.divIcon({ className: '', html: text, iconSize: [0, 0] });
      L.marker(at.getCenter(), { icon, interactive: false, keyboard: false }).addTo(numbers);
    }
  };
  map.on('moveend', label);
  label();
  return () => {
    map.off('moveend', label);
    layer.remove();
    numbers.remove();
  };
}
