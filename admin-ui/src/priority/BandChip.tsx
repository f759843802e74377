import { Box, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { bandColours } from '../app/colours';
import type { Band } from '../vocabulary';

interface Props {
  band: Band;
  score: number;
  /** With the band's meaning, and what the score is of. */
  long?: boolean;
}

/** `P2 47`: the band on its colour, the score beside it. */
export const BandChip = ({ band, score, long = false }: Props) => {
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
          {long ? translate(`words.band.${band}`) : band}
        </Box>
        {score} {long && translate('priority.ofHundred')}
      </Box>
    </Tooltip>
  );
};
