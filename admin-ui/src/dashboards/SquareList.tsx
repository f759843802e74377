import PlaceIcon from '@mui/icons-material/PlaceOutlined';
import { Link as Anchor, Box, IconButton, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { casesLink } from './asked';
import { formatsOf } from './formats';
import type { Behind, Square } from './types';

interface Props {
  squares: Square[];
  /** The filter of all squares. */
  cases: Behind;
  onChoose?: (square: Square) => void;
}

/** Squares of the map in words, each with its cases. */
export const SquareList = ({ squares, cases, onChoose }: Props) => {
  const translate = useTranslate();
  const { count, need } = formatsOf(useLocale());
  return (
    <Box component="ol" sx={{ p: 0, m: 0, listStyle: 'none' }}>
      {squares.map((square) => {
        const { cell, ...figures } = square.properties;
        return (
          <Box
            component="li"
            key={cell}
            sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 36 }}
          >
            {onChoose && (
              <IconButton
                size="small"
                aria-label={translate('dashboards.map.show')}
                onClick={() => onChoose(square)}
              >
                <PlaceIcon fontSize="small" />
              </IconButton>
            )}
            <Typography variant="body2">
              <Anchor component={Link} to={casesLink({ ...cases, cell })}>
                {translate('dashboards.map.cases', {
                  smart_count: figures.cases,
                  cases: count(figures.cases),
                })}
              </Anchor>
              {' · '}
              {translate('dashboards.map.people', {
                people: count(figures.people),
                need: need(figures.need),
              })}
              {figures.recurrences > 0 && (
                <>
                  {' · '}
                  <Anchor component={Link} to={casesLink({ ...cases, cell, recurrence: true })}>
                    {translate('dashboards.map.back', {
                      smart_count: figures.recurrences,
                      back: count(figures.recurrences),
                    })}
                  </Anchor>
                </>
              )}
            </Typography>
          </Box>
        );
      })}
    </Box>
  );
};
