import { Box } from '@mui/material';
import type { GeoJsonObject } from 'geojson';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { colours } from '../app/colours';
import { useMeta } from '../meta/useMeta';
import { isGeometry } from './geometry';
import { showHouses } from './houses';

/** Where the written area or place lies, inside the municipality's boundary; it follows the text. */
export const AreaMap = ({ source }: { source: string }) => {
  const translate = useTranslate();
  const area: unknown = useWatch({ name: source });
  const { tiles, boundary } = useMeta();
  const ground = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!ground.current || !boundary) return;
    const map = L.map(ground.current, { scrollWheelZoom: false, maxZoom: 19 });
    map.attributionControl.setPrefix(false);
    const town = L.geoJSON(boundary, { style: { color: colours.primary, weight: 2, fillOpacity: 0.04 } });
    map.fitBounds((drawn(map, area) ?? town.addTo(map)).getBounds(), {
      padding: [60, 60],
      maxZoom: 17,
      animate: false,
    });
    town.addTo(map);
    if (tiles) L.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19 }).addTo(map);
    else showHouses(map, () => undefined);
    return () => {
      map.remove();
    };
  }, [area, tiles, boundary]);
  return (
    <Box
      ref={ground}
      role="img"
      aria-label={translate('settings.areaMap')}
      sx={{
        height: 320,
        width: '100%',
        borderRadius: 1,
        bgcolor: '#eef2f5',
        zIndex: 0,
        position: 'relative',
      }}
    />
  );
};

/** The area on the map, or null where the text is no area yet. */
function drawn(map: L.Map, area: unknown): L.GeoJSON | null {
  if (!isGeometry(area)) return null;
  try {
    const layer = L.geoJSON(area as GeoJsonObject, {
      style: { color: colours.error, weight: 4 },
      pointToLayer: (_, at) => L.circleMarker(at, { radius: 8 }),
    });
    return layer.getBounds().isValid() ? layer.addTo(map) : null;
  } catch {
    // Coordinates that are no numbers.
    return null;
  }
}
