import { Box, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, type HttpError, useNotify, usePermissions, useTranslate } from 'react-admin';
import { post } from '../http/request';
import type { Selection } from './types';

/** Signs what is shown off, for whoever answers for a tender. */
export const SignButton = ({ asked, hash }: { asked: Selection; hash: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { permissions = [] } = usePermissions<string[]>();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!permissions.includes('dossier.sign')) return null;
  const sign = async () => {
    setBusy(true);
    const { department, ...selection } = asked;
    try {
      await post('/dossiers', { ...selection, ...(department && { department }), hash });
      notify('dossier.signed', { type: 'success' });
      setOpen(false);
    } catch (problem) {
      notify((problem as HttpError).message, { type: 'error' });
    }
    setBusy(false);
    await client.invalidateQueries({ queryKey: ['dossiers'] });
  };
  return (
    <Box>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('dossier.sign')}
      </Button>
      <Confirm
        isOpen={open}
        loading={busy}
        title="dossier.sign"
        content="dossier.signSure"
        onConfirm={sign}
        onClose={() => setOpen(false)}
      />
    </Box>
  );
};
