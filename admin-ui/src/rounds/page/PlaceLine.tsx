import { Box, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Danger } from '../../cases/Danger';
import { useNames } from '../../meta/useMeta';
import { BandChip } from '../../priority/BandChip';
import type { RoundPlace, StopTask } from '../types';

/** Where and what it is, how urgent, and what the crew comes for. */
export const PlaceLine = ({ place, task }: { place: RoundPlace; task: StopTask }) => {
  const translate = useTranslate();
  const names = useNames();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography
        component={Link}
        to={`/cases/${place.id}/show`}
        sx={{
          ...{ fontWeight: 600, overflowWrap: 'anywhere', color: 'primary.main' },
          ...{ textDecoration: 'none', '&:hover, &:focus-visible': { textDecoration: 'underline' } },
        }}
      >
        {place.address ?? translate('casePage.noPlace')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {place.number} · {names.category(place.categoryId)}
      </Typography>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
        <BandChip band={place.band} score={place.priority} />
        {task === 'make-safe' && (
          <Chip size="small" color="warning" label={translate('rounds.task.make-safe')} />
        )}
        {place.emergency !== 'none' && (
          <Chip size="small" color="error" label={translate(`words.emergency.${place.emergency}`)} />
        )}
        <Typography variant="body2" component="span">
          <Danger level={place.danger} />
        </Typography>
      </Stack>
    </Box>
  );
};
