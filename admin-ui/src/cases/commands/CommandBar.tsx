import MoreIcon from '@mui/icons-material/MoreVert';
import { Alert, Box, Button, LinearProgress, Menu, MenuItem, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CommandName } from '../../vocabulary';
import type { CaseDetail } from '../types';
import { commandWords } from '../wording';
import { CommandDialog } from './CommandDialog';
import { nextSteps } from './next';
import { useCommands } from './useCommands';

/** The next step as a button, everything else that is allowed in a menu; on a phone it stays in reach of the thumb. */
export const CommandBar = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const { send, waiting } = useCommands(row);
  const [open, setOpen] = useState<CommandName | null>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const acted = useRef(false);
  // The step that was done has no button any more: the keyboard goes on from the next one.
  useEffect(() => {
    if (open || !acted.current || document.activeElement !== document.body) return;
    bar.current?.focus({ preventScroll: true });
    acted.current = false;
  });
  const { primary, others } = nextSteps(row, row.allowed);
  const label = (name: CommandName) => translate(`${commandWords(name, row)}.label`);
  const choose = (name: CommandName) => {
    acted.current = true;
    setAnchor(null);
    setOpen(name);
  };
  return (
    <Box
      ref={bar}
      role="group"
      aria-label={translate('command.actions')}
      tabIndex={-1}
      sx={{ outline: 'none' }}
    >
      {waiting && (
        <Alert severity="info" role="status" sx={{ mb: 1 }}>
          {translate('command.waiting', { name: label(waiting) })}
          <LinearProgress sx={{ mt: 1 }} />
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {primary.map((name, index) => (
          <Button
            key={name}
            size="large"
            variant={index === 0 ? 'contained' : 'outlined'}
            disabled={waiting !== null}
            onClick={() => choose(name)}
            sx={{ flex: { xs: 1, sm: '0 0 auto' } }}
          >
            {label(name)}
          </Button>
        ))}
        {others.length > 0 && (
          <Button
            size="large"
            variant="outlined"
            endIcon={<MoreIcon />}
            disabled={waiting !== null}
            aria-haspopup="menu"
            onClick={(event) => setAnchor(event.currentTarget)}
          >
            {translate('command.more')}
          </Button>
        )}
        {row.allowed.length === 0 && !waiting && (
          <Typography color="textSecondary">{translate('command.none')}</Typography>
        )}
      </Box>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {others.map((name) => (
          <MenuItem key={name} onClick={() => choose(name)}>
            {label(name)}
          </MenuItem>
        ))}
      </Menu>
      {open && <CommandDialog name={open} row={row} send={send} onClose={() => setOpen(null)} />}
    </Box>
  );
};
