import { Alert, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify, usePermissions, useTranslate } from 'react-admin';
import { useSubmit } from '../form/useSubmit';
import { post } from '../http/request';
import type { MessageDetail } from './types';

/** Tries a failed or kept message once more. */
export const RetryButton = ({ message }: { message: MessageDetail }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { permissions = [] } = usePermissions<string[]>();
  const { submit, busy, error } = useSubmit(async () => {
    await post(`/messages/${message.id}/retry`);
    notify('messagePage.retried', { type: 'success' });
    client.invalidateQueries({ queryKey: ['messages'] });
  });
  if (!permissions.includes('message.retry') || !['failed', 'kept'].includes(message.status)) return null;
  return (
    <>
      {error && <Alert severity="error">{error}</Alert>}
      <Button variant="contained" disabled={busy} onClick={() => submit(undefined)}>
        {translate('messagePage.retry')}
      </Button>
    </>
  );
};
