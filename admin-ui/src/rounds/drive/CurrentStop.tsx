import { Box, Button, Card, CardContent, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { PlaceMap } from '../../map/PlaceMap';
import { PlaceLine } from '../page/PlaceLine';
import { StopTimes } from '../page/StopRow';
import { StopChip } from '../RoundChip';
import type { RoundStop } from '../types';
import { Navigation } from './Navigation';
import { StopPhotos } from './StopPhotos';

interface Props {
  stop: RoundStop;
  busy: boolean;
  onArrive: () => void;
  onDone: () => void;
  onNotPossible: () => void;
}

const big = { size: 'large', fullWidth: true, sx: { minHeight: 56, fontSize: 17 } } as const;

/** Where the crew is or goes next, with all that it needs there; what it says stays in reach of the thumb. */
export const CurrentStop = ({ stop, busy, onArrive, onDone, onNotPossible }: Props) => {
  const translate = useTranslate();
  const there = stop.status === 'arrived';
  const { lat, lon, words } = stop.case;
  return (
    <Card
      variant="outlined"
      // What sticks to the screen's edge must not be cut off by the card.
      sx={{ borderWidth: 2, borderColor: there ? 'warning.main' : 'primary.main', overflow: 'visible' }}
    >
      <CardContent sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 700 }}>
            {translate(there ? 'rounds.here' : 'rounds.nextStop')}
          </Typography>
          <Typography color="textSecondary">
            <StopTimes stop={stop} />
          </Typography>
          <StopChip status={stop.status} />
          {stop.inserted && <Chip size="small" color="error" label={translate('rounds.inserted')} />}
        </Stack>
        <Box sx={{ fontSize: 18 }}>
          <PlaceLine place={stop.case} task={stop.task} />
        </Box>
        {!there && <Navigation place={stop.case} />}
        {words.map((text) => (
          <Typography
            key={text}
            component="blockquote"
            sx={{ m: 0, pl: 1.5, borderLeft: 3, borderColor: 'divider', whiteSpace: 'pre-line' }}
          >
            {text}
          </Typography>
        ))}
        <StopPhotos photos={stop.case.photos} />
        <PlaceMap point={{ lat, lon }} height={180} />
        <Box
          sx={{
            ...{ display: 'grid', gap: 1, position: 'sticky', bottom: 0, zIndex: 1, py: 1, mx: -2, px: 2 },
            bgcolor: 'background.paper',
          }}
        >
          {there ? (
            <>
              <Button variant="contained" color="success" disabled={busy} onClick={onDone} {...big}>
                {translate(`rounds.doneButton.${stop.task}`)}
              </Button>
              <Button variant="outlined" color="error" disabled={busy} onClick={onNotPossible} {...big}>
                {translate('rounds.notPossible')}
              </Button>
            </>
          ) : (
            <>
              <Button variant="contained" disabled={busy} onClick={onArrive} {...big}>
                {translate('rounds.arrive')}
              </Button>
              <Button disabled={busy} onClick={onNotPossible} fullWidth>
                {translate('rounds.notPossible')}
              </Button>
            </>
          )}
        </Box>
      </CardContent>
    </Card>
  );
};
