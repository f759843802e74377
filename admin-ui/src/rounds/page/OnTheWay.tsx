import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import type { PoolCase } from '../types';
import { PlaceLine } from './PlaceLine';
import type { OpenRound } from './RoundPage';

/** More would bury the emergency that is looked for; the case's own page sends the crew to any other. */
const most = 6;

/** What can be put in on the way with one click: the most urgent of what waits becomes the next stop. */
export const OnTheWay = ({ round: { busy, run, say }, pool }: { round: OpenRound; pool: PoolCase[] }) => {
  const translate = useTranslate();
  return (
    <Section title="rounds.onTheWay">
      {pool.length === 0 && <Typography>{translate('rounds.nothingWaits')}</Typography>}
      <PlainList>
        {pool.slice(0, most).map((place) => (
          <li key={place.id}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}>
              <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
                <PlaceLine place={place} task={place.task} />
              </Box>
              <Button
                variant={place.emergency === 'none' ? 'outlined' : 'contained'}
                color={place.emergency === 'none' ? 'primary' : 'error'}
                disabled={busy}
                onClick={() => run(() => say({ name: 'insert', caseId: place.id }))}
              >
                {translate('rounds.insert')}
              </Button>
            </Box>
          </li>
        ))}
      </PlainList>
    </Section>
  );
};
