import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Chip, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { setStops } from '../api';
import type { PoolCase } from '../types';
import { PlaceLine } from './PlaceLine';
import type { OpenRound } from './RoundPage';

const atFirst = 8;

interface Props {
  round: OpenRound;
  pool: PoolCase[];
  onChoose: (id: string) => void;
}

/** What waits and is not in the plan: with the reason where the planner has left it out. */
export const Others = ({ round: { row, busy, run }, pool, onChoose }: Props) => {
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  const why = new Map(row.leftOut.map((left) => [left.caseId, left.why]));
  if (pool.length === 0) return null;
  const add = (caseId: string) => {
    const stops = row.stops.map((stop) => ({ caseId: stop.caseId, locked: stop.locked }));
    // What somebody has put in by hand is to stay when it is planned again.
    return run(() => setStops(row.id, [...stops, { caseId, locked: true }]));
  };
  return (
    <Section title="rounds.leftOut">
      <PlainList>
        {pool.slice(0, all ? undefined : atFirst).map((place) => (
          <li key={place.id}>
            <Box
              sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}
              onClick={() => onChoose(place.id)}
            >
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <PlaceLine place={place} task={place.task} />
                <Typography variant="body2" sx={{ mt: 0.5 }}>
                  <Chip
                    size="small"
                    variant="outlined"
                    sx={{ height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal' } }}
                    label={translate(`rounds.why.${why.get(place.id) ?? 'new'}`)}
                  />
                </Typography>
              </Box>
              {row.mayPlan && (
                <Button
                  size="small"
                  startIcon={<AddIcon />}
                  disabled={busy}
                  onClick={() => add(place.id)}
                  aria-label={translate('rounds.addOne', { number: place.number })}
                >
                  {translate('rounds.add')}
                </Button>
              )}
            </Box>
          </li>
        ))}
      </PlainList>
      {pool.length > atFirst && !all && (
        <Button onClick={() => setAll(true)} sx={{ mt: 1 }}>
          {translate('rounds.showAll', { smart_count: pool.length })}
        </Button>
      )}
    </Section>
  );
};
