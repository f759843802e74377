import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Items one under the other with a line between them. */
export const PlainList = ({ children, ordered = false }: { children: ReactNode; ordered?: boolean }) => (
  <Box
    component={ordered ? 'ol' : 'ul'}
    sx={{
      listStyle: 'none',
      p: 0,
      m: 0,
      '& > li + li': { borderTop: 1, borderColor: 'divider', mt: 1.25, pt: 1.25 },
    }}
  >
    {children}
  </Box>
);
