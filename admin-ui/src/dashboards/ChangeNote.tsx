import SameIcon from '@mui/icons-material/East';
import UpIcon from '@mui/icons-material/NorthEast';
import DownIcon from '@mui/icons-material/SouthEast';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Change } from './change';

const icons = { more: UpIcon, less: DownIcon, same: SameIcon };

/** An arrow and words: how a figure differs from the period before. @param by the difference as it is read */
export const ChangeNote = ({ change, by }: { change: Change | null; by: string }) => {
  const translate = useTranslate();
  if (!change) return null;
  const { direction, better } = change;
  const Icon = icons[direction];
  const colour = better === null ? 'text.secondary' : better ? 'success.main' : 'error.main';
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: colour, fontSize: '0.875rem' }}
    >
      <Icon aria-hidden fontSize="inherit" />
      {translate(`dashboards.change.${direction}`, { by })}
    </Box>
  );
};
