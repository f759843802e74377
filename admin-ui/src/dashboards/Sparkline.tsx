import { Box } from '@mui/material';
import { pointsOf } from './line';

const frame = { width: 120, height: 32, left: 2, right: 2, top: 3, bottom: 3 };

/** How a figure moved, without numbers; they stand elsewhere. */
export const Sparkline = ({ values }: { values: readonly number[] }) =>
  values.length < 2 ? null : (
    <Box
      component="svg"
      aria-hidden
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      preserveAspectRatio="none"
      sx={{ width: '100%', height: 32, display: 'block', color: 'primary.main' }}
    >
      <polyline
        points={pointsOf(values, Math.max(...values), frame)}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
    </Box>
  );
