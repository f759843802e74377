import { Box } from '@mui/material';
import { partColours } from '../app/colours';
import type { Explained } from './explain';

/** Where the bands begin, of a hundred; the words below say which is which. */
const bounds = [20, 40, 60];
const names = ['P4', 'P3', 'P2', 'P1'];

/** The parts one after the other on a scale of a hundred, with the bands marked. The list below says it in words. */
export const ScoreBar = ({ parts }: { parts: Explained[] }) => (
  <Box aria-hidden sx={{ mb: 1.5 }}>
    <Box sx={{ position: 'relative', height: 26, borderRadius: 1, bgcolor: '#e3e9ef', overflow: 'hidden' }}>
      <Box sx={{ display: 'flex', height: '100%' }}>
        {parts
          .filter(({ points }) => points > 0)
          .map(({ part, points }) => (
            <Box
              key={part}
              sx={{
                width: `${points}%`,
                bgcolor: partColours[part],
                color: '#fff',
                fontSize: '0.8rem',
                fontWeight: 700,
                lineHeight: '26px',
                textAlign: 'center',
                overflow: 'hidden',
                borderRight: '2px solid #fff',
              }}
            >
              {points >= 5 && points}
            </Box>
          ))}
      </Box>
      {bounds.map((at) => (
        <Box
          key={at}
          sx={{ position: 'absolute', left: `${at}%`, top: 0, bottom: 0, borderLeft: '2px dotted #17212b66' }}
        />
      ))}
    </Box>
    <Box sx={{ position: 'relative', height: 18, fontSize: '0.75rem', color: 'text.secondary' }}>
      {names.map((name, index) => (
        <Box
          component="span"
          key={name}
          sx={{ position: 'absolute', left: `${[0, ...bounds][index]}%`, pl: 0.5 }}
        >
          {name}
        </Box>
      ))}
    </Box>
  </Box>
);
