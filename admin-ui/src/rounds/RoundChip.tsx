import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RoundStatus, StopStatus } from './types';

const colours = { draft: 'default', dispatched: 'primary', over: 'success' } as const;

export const RoundChip = ({ status }: { status: RoundStatus }) => (
  <Chip size="small" color={colours[status]} label={useTranslate()(`rounds.status.${status}`)} />
);

const stopColours = {
  planned: 'default',
  arrived: 'warning',
  done: 'success',
  'not-possible': 'error',
  returned: 'default',
} as const;

/** How a stop stands; one that is planned needs no word. */
export const StopChip = ({ status }: { status: StopStatus }) => {
  const translate = useTranslate();
  if (status === 'planned') return null;
  return <Chip size="small" color={stopColours[status]} label={translate(`rounds.stopStatus.${status}`)} />;
};
