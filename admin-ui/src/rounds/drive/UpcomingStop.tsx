import { Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { PlaceLine } from '../page/PlaceLine';
import { StopTimes } from '../page/StopRow';
import type { RoundStop } from '../types';
import { Navigation } from './Navigation';

interface Props {
  stop: RoundStop;
  busy: boolean;
  onArrive: () => void;
  onNotPossible: () => void;
}

/** What comes later; the crew may go there first all the same. */
export const UpcomingStop = ({ stop, busy, onArrive, onNotPossible }: Props) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <Card component="li" variant="outlined" sx={{ p: 1.5 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        <StopTimes stop={stop} />
      </Typography>
      <PlaceLine place={stop.case} task={stop.task} />
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)} sx={{ ml: -0.75 }}>
        {translate(open ? 'rounds.less' : 'rounds.more')}
      </Button>
      {open && (
        <Box sx={{ display: 'grid', gap: 1, mt: 1 }}>
          <Navigation place={stop.case} />
          <Button variant="outlined" size="large" disabled={busy} onClick={onArrive}>
            {translate('rounds.arriveHere')}
          </Button>
          <Button disabled={busy} onClick={onNotPossible}>
            {translate('rounds.notPossible')}
          </Button>
        </Box>
      )}
    </Card>
  );
};
