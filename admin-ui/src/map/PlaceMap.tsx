import { Box, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMeta } from '../meta/useMeta';
import { createPlaceMap, type PlaceMapHandle, type Point } from './leaflet';

interface Props {
  point: Point | null;
  height?: number;
  /** With it, a click on the map moves the pin. */
  onPick?: (point: Point) => void;
}

/** Where something is: boundary and pin always, a background where a tile server answers, else the house numbers. */
export const PlaceMap = ({ point, height = 260, onPick }: Props) => {
  const translate = useTranslate();
  const { tiles, boundary, center } = useMeta();
  const start = onPick ? center : null;
  const ground = useRef<HTMLDivElement>(null);
  const handle = useRef<PlaceMapHandle | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [bare, setBare] = useState(!tiles);

  useEffect(() => {
    if (!ground.current) return;
    const map = createPlaceMap(ground.current, {
      tiles,
      boundary,
      start,
      onPick: (at) => pick.current?.(at),
      onTiles: (there) => setBare(!there),
    });
    handle.current = map;
    return () => {
      map.remove();
      handle.current = null;
    };
  }, [tiles, boundary, start]);

  // After the map was made anew, too: hence the same dependencies.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pin is set on every new map
  useEffect(() => {
    handle.current?.show(point);
  }, [point?.lat, point?.lon, tiles, boundary, start]);

  return (
    <Box>
      <Box
        ref={ground}
        role="application"
        aria-label={translate(onPick ? 'app.map.pick' : 'casePage.sections.place')}
        sx={{ height, borderRadius: 1, bgcolor: '#eef2f5', zIndex: 0, position: 'relative' }}
      />
      <Typography variant="caption" color="textSecondary">
        {onPick ? translate('app.map.pick') : bare ? translate('app.map.offline') : ''}
      </Typography>
    </Box>
  );
};
