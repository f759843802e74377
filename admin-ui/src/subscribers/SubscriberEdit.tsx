import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin';
import { request } from '../http/request';
import { SettingEdit } from '../settings/pages';
import { SecretDialog } from '../settings/SecretDialog';
import { When } from '../time/When';
import { SubscriberInputs } from './SubscriberInputs';

interface Subscriber {
  id: string;
  oldSecretUntil: string | null;
  offReason: 'gone' | 'unreachable' | null;
}

export const SubscriberEdit = () => (
  <SettingEdit>
    <Standing />
    <SubscriberInputs />
    <Rotation />
  </SettingEdit>
);

/** Why it was switched off by itself, if it was. */
const Standing = () => {
  const translate = useTranslate();
  const row = useRecordContext<Subscriber>();
  if (!row?.offReason) return null;
  return <Alert severity="warning">{translate(`subscriber.off.${row.offReason}`)}</Alert>;
};

/** A new secret; the old one signs beside it for a day. */
const Rotation = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const row = useRecordContext<Subscriber>();
  const [secret, setSecret] = useState<string | null>(null);
  if (!row) return null;
  const rotate = () =>
    request<{ secret: string }>(`/subscribers/${row.id}/rotate`, { method: 'POST', body: {} })
      .then(({ body }) => setSecret(body.secret))
      .catch((error: Error) => notify(error.message, { type: 'error' }));
  const kept = () => {
    setSecret(null);
    refresh();
  };
  const old = row.oldSecretUntil && Date.parse(row.oldSecretUntil) > Date.now() ? row.oldSecretUntil : null;
  return (
    <>
      <Button variant="outlined" onClick={rotate}>
        {translate('subscriber.rotate')}
      </Button>
      {old && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {translate('subscriber.rotating')} <When at={old} />
        </Alert>
      )}
      <SecretDialog secret={secret} onKept={kept} />
    </>
  );
};
