import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Room enough to be read and no more: an endless word breaks instead of pushing the other columns away. */
export const readable = { minWidth: 120, maxWidth: 420, overflowWrap: 'anywhere' } as const;

export const LongText = ({ children }: { children: ReactNode }) => <Box sx={readable}>{children}</Box>;
