import { Box, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { bandColours } from '../app/colours';
import type { Band } from '../vocabulary';

/** `P2 47`: the band on its colour, the score beside it. */
export const BandChip = ({ band, score }: { band: Band; score: number }) => {
  const translate = useTranslate();
  return (
    <Tooltip title={translate(`words.band.${band}`)}>
      <Box
        component="span"
        sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', whiteSpace: 'nowrap' }}
      >
        <Box
          component="span"
          sx={{
            bgcolor: bandColours[band],
            color: '#fff',
            fontWeight: 700,
            borderRadius: 1,
            px: 0.75,
            lineHeight: 1.6,
          }}
        >
          {band}
        </Box>
        {score}
      </Box>
    </Tooltip>
  );
};
