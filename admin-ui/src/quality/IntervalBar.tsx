import { Box } from '@mui/material';
import type { Estimate } from './types';

interface Props {
  estimate: Omit<Estimate, 'count'>;
  from: number;
  to: number;
}

/** Where a figure lies on the scale of all: a dot, and a bar for its interval. What it says stands beside it in words. */
export const IntervalBar = ({ estimate, from, to }: Props) => {
  const part = (value: number) => `${Math.min(1, Math.max(0, (value - from) / (to - from))) * 100}%`;
  const { value, low, high } = estimate;
  return (
    <Box
      aria-hidden
      sx={{ position: 'relative', height: 20, minWidth: 160, bgcolor: 'action.hover', borderRadius: 1 }}
    >
      <Box
        sx={{
          ...{
            position: 'absolute',
            top: 6,
            height: 8,
            minWidth: 2,
            borderRadius: 1,
            bgcolor: 'primary.main',
            opacity: 0.4,
          },
          ...{ left: part(low), right: `calc(100% - ${part(high)})` },
        }}
      />
      <Box
        sx={{
          ...{ position: 'absolute', top: 4, width: 12, height: 12, ml: '-6px', borderRadius: '50%' },
          ...{ left: part(value), bgcolor: 'primary.main' },
        }}
      />
    </Box>
  );
};
