import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Claim } from './types';

const colours = {
  proposed: 'warning',
  sent: 'primary',
  accepted: 'success',
  refused: 'error',
  withdrawn: 'default',
} as const;

/** How a claim stands, in words. */
export const ClaimState = ({ state }: Pick<Claim, 'state'>) => (
  <Chip
    size="small"
    variant={state === 'withdrawn' ? 'outlined' : 'filled'}
    color={colours[state]}
    label={useTranslate()(`warranty.state.${state}`)}
  />
);
