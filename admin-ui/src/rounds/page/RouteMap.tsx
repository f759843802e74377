import { Box, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Point } from '../../map/distance';
import type { Shown } from '../../map/labels';
import { useMeta } from '../../meta/useMeta';
import { createRouteMap, type Mark, type RouteMapHandle } from './leafletRoute';

interface Props {
  depot: Point;
  marks: Mark[];
  chosen: string | null;
  onChoose: (id: string) => void;
  height?: number | string;
}

/** The round on the map; the list beside it says the same for who does not see maps. */
export const RouteMap = ({ depot, marks, chosen, onChoose, height = 480 }: Props) => {
  const translate = useTranslate();
  const { tiles, boundary, center } = useMeta();
  const ground = useRef<HTMLDivElement>(null);
  const handle = useRef<RouteMapHandle | null>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const [bare, setBare] = useState<Shown | null>(null);

  useEffect(() => {
    if (!ground.current) return;
    const map = createRouteMap(ground.current, {
      ...{ tiles, boundary, center },
      onChoose: (id) => choose.current(id),
      onBare: setBare,
    });
    handle.current = map;
    return () => {
      map.remove();
      handle.current = null;
    };
  }, [tiles, boundary, center]);

  // After the map was made anew, too: hence the same dependencies.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the round is drawn on every new map
  useEffect(() => {
    handle.current?.show(depot, marks, chosen);
  }, [depot, marks, chosen, tiles, boundary, center]);

  return (
    <Box>
      <Box
        ref={ground}
        role="application"
        aria-label={translate('rounds.map')}
        sx={{ height, borderRadius: 1, bgcolor: '#eef2f5', zIndex: 0, position: 'relative' }}
      />
      <Typography variant="caption" component="p" color="textSecondary">
        {translate('rounds.mapHelp')} {bare && translate(`app.map.bare.${bare}`)}
      </Typography>
    </Box>
  );
};
