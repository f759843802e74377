import L from 'leaflet';
import type { Point } from '../../map/distance';
import { createGround, type GroundOptions } from '../../map/ground';

/** A stop as the map shows it. */
export interface Mark extends Point {
  id: string;
  /** Its place in the round; without it a case that was left out. */
  number: number | null;
  colour: string;
  /** Said when it is chosen. */
  title: string;
}

export interface RouteMapHandle {
  /** The way leads from the depot along the numbered marks and back. */
  show(depot: Point, marks: Mark[], chosen: string | null): void;
  remove(): void;
}

const closest = 16;

/** What is pressed is no smaller than this, in pixels, however small it is drawn. */
const finger = 28;

/** A number in a circle, a dot without one; drawn by style, so that no picture has to be loaded. */
function iconOf({ number, colour, title }: Mark, chosen: boolean): L.DivIcon {
  const size = number === null ? 14 : finger;
  const dot = document.createElement('div');
  dot.textContent = number === null ? '' : String(number);
  dot.style.cssText = `width: ${size}px; height: ${size}px; border-radius: 50%; background: ${colour}; color: #fff;
    border: 2px solid #fff; box-sizing: border-box; display: grid; place-items: center; font: 700 13px system-ui;
    box-shadow: 0 0 0 ${chosen ? 4 : 1}px ${chosen ? '#17324d' : 'rgba(0, 0, 0, 0.4)'};`;
  const around = document.createElement('div');
  around.title = title;
  around.style.cssText = `width: ${finger}px; height: ${finger}px; display: grid; place-items: center;`;
  around.append(dot);
  return L.divIcon({ className: '', html: around, iconSize: [finger, finger] });
}

const depotIcon = () => {
  const square = document.createElement('div');
  square.style.cssText =
    'width: 18px; height: 18px; background: #17324d; border: 2px solid #fff; box-shadow: 0 0 0 1px rgba(0, 0, 0, 0.4)';
  return L.divIcon({ className: '', html: square, iconSize: [18, 18] });
};

/** A map of a round: depot, numbered stops, the order as a line, and what was left out. */
export function createRouteMap(
  ground: HTMLElement,
  { onChoose, ...options }: GroundOptions & { onChoose: (id: string) => void },
): RouteMapHandle {
  const { map, remove } = createGround(ground, options);
  const layer = L.layerGroup().addTo(map);
  let places = '';
  return {
    show(depot, marks, chosen) {
      layer.clearLayers();
      const at = ({ lat, lon }: Point): L.LatLngTuple => [lat, lon];
      const way = marks.filter(({ number }) => number !== null).map(at);
      const line = { color: '#0b57a4', weight: 3, opacity: 0.7, dashArray: '2 7' };
      if (way.length > 0)
        L.polyline([at(depot), ...way, at(depot)], { ...line, interactive: false }).addTo(layer);
      L.marker(at(depot), { icon: depotIcon(), interactive: false, keyboard: false }).addTo(layer);
      // What is not in the round lies below what is.
      for (const mark of marks.toSorted((a, b) => Number(b.number === null) - Number(a.number === null))) {
        // The list beside the map is there for the keyboard.
        L.marker(at(mark), { icon: iconOf(mark, mark.id === chosen), keyboard: false })
          .on('click', () => onChoose(mark.id))
          .addTo(layer);
      }
      // The round is in sight, what was left out as far as it lies there; who has looked closer stays there.
      const shown = way.length > 0 ? way : marks.map(at);
      const now = JSON.stringify([at(depot), ...shown].sort());
      if (now === places) return;
      places = now;
      map.fitBounds(L.latLngBounds([at(depot), ...shown]), {
        padding: [30, 30],
        maxZoom: closest,
        animate: false,
      });
    },
    remove,
  };
}
