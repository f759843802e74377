import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { createGround } from '../map/ground';
import { useMeta } from '../meta/useMeta';
import { classColours, limitsOf, type MapFigure, mapFigures, withAny } from './classes';
import { formatsOf } from './formats';
import { SquareList } from './SquareList';
import { showSquares } from './squares';
import type { Square, Squares } from './types';

/** As many squares as the list beside the map names. */
const FOREMOST = 8;

/** Where need is, or where problems come back: squares of the town, and the foremost of them as a list. */
export const NeedMap = ({ features, cases }: Squares) => {
  const translate = useTranslate();
  const locale = useLocale();
  const { tiles, boundary, center } = useMeta();
  const ground = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<L.Map | null>(null);
  const [figure, setFigure] = useState<MapFigure>('need');
  const [chosen, setChosen] = useState<Square | null>(null);
  const shown = withAny(features, figure);
  const limits = limitsOf(features, figure);
  const { need, count } = formatsOf(locale);
  const write = figure === 'need' ? need : count;

  useEffect(() => {
    if (!ground.current) return;
    const made = createGround(ground.current, { tiles, boundary, center, onBare: () => {} });
    setMap(made.map);
    return () => {
      setMap(null);
      made.remove();
    };
  }, [tiles, boundary, center]);

  useEffect(() => {
    if (!map) return;
    const squares = withAny(features, figure);
    const all = L.geoJSON(squares.map(({ geometry }) => geometry) as never).getBounds();
    if (all.isValid()) map.fitBounds(all, { animate: false, padding: [10, 10] });
  }, [map, features, figure]);

  useEffect(() => {
    if (!map) return;
    const figures = formatsOf(locale);
    return showSquares(map, features, figure, {
      write: figure === 'need' ? (value) => figures.count(Math.ceil(value)) : figures.count,
      onChoose: setChosen,
    });
  }, [map, features, figure, locale]);

  return (
    <Box>
      <ToggleButtonGroup
        exclusive
        size="small"
        color="primary"
        value={figure}
        aria-label={translate('dashboards.map.of')}
        onChange={(_, value: MapFigure | null) => value && setFigure(value)}
        sx={{ mb: 1 }}
      >
        {mapFigures.map((one) => (
          <ToggleButton key={one} value={one}>
            {translate(`dashboards.map.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {translate(`dashboards.map.about.${figure}`)}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 1fr)' },
        }}
      >
        <Box>
          <Box
            ref={ground}
            role="application"
            aria-label={translate(`dashboards.map.${figure}`)}
            sx={{ height: 420, borderRadius: 1, bgcolor: '#eef2f5', zIndex: 0, position: 'relative' }}
          />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 1 }}>
            {limits.map((limit, index) => (
              <Typography
                key={limit}
                variant="caption"
                sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}
              >
                <Box
                  aria-hidden
                  sx={{
                    ...{ width: 16, height: 16, border: '1px solid #0c3560' },
                    bgcolor: classColours[classColours.length - limits.length + index],
                  }}
                />
                {translate('dashboards.map.upTo', { most: write(limit) })}
              </Typography>
            ))}
          </Box>
        </Box>
        <Box>
          {shown.length === 0 && <Typography>{translate('dashboards.map.none')}</Typography>}
          {chosen && (
            <Box aria-live="polite" sx={{ mb: 2 }}>
              <Typography component="h3" variant="subtitle2">
                {translate('dashboards.map.chosen')}
              </Typography>
              <SquareList squares={[chosen]} cases={cases} />
            </Box>
          )}
          {shown.length > 0 && (
            <>
              <Typography component="h3" variant="subtitle2">
                {translate('dashboards.map.foremost')}
              </Typography>
              <SquareList squares={shown.slice(0, FOREMOST)} cases={cases} onChoose={showOn(map)} />
            </>
          )}
        </Box>
      </Box>
    </Box>
  );
};

const showOn = (map: L.Map | null) => (square: Square) =>
  map?.fitBounds(L.geoJSON(square.geometry).getBounds(), { animate: false, maxZoom: 16, padding: [60, 60] });
