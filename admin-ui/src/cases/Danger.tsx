import { Box, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Danger as DangerLevel } from '../vocabulary';

const colours: Record<DangerLevel, string> = {
  1: 'text.secondary',
  2: 'text.secondary',
  3: 'warning.main',
  4: 'error.main',
};

/** One of four steps, as filled bars and a word: not by colour alone. */
export const Danger = ({ level }: { level: DangerLevel }) => {
  const translate = useTranslate();
  return (
    <Tooltip title={translate(`words.danger.${level}`)}>
      <Box
        component="span"
        sx={{ color: colours[level], fontWeight: level >= 3 ? 700 : 400, whiteSpace: 'nowrap' }}
      >
        <Box component="span" aria-hidden sx={{ letterSpacing: 1, mr: 0.5 }}>
          {'▮'.repeat(level)}
          <Box component="span" sx={{ opacity: 0.35 }}>
            {'▮'.repeat(4 - level)}
          </Box>
        </Box>
        {translate(`words.dangerShort.${level}`)}
      </Box>
    </Tooltip>
  );
};
