import { Alert, Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { ShowBase, Title, useNotify, usePermissions, useShowContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { PlainList } from '../form/PlainList';
import { Section } from '../form/Section';
import { useSubmit } from '../form/useSubmit';
import { post } from '../http/request';
import { When } from '../time/When';
import type { DeliveryDetail } from './types';

export const DeliveryShow = () => (
  <ShowBase>
    <Content />
  </ShowBase>
);

const Content = () => {
  const { record } = useShowContext<DeliveryDetail>();
  const translate = useTranslate();
  if (!record?.log) return null;
  const waits = record.status === 'waiting' && record.tries > 0;
  return (
    <Box sx={{ display: 'grid', gap: 2, py: 2, maxWidth: 900 }}>
      <Title title={translate(`subscriber.event.${record.event}`)} />
      <Section title="delivery.about">
        <Typography>
          {record.subscriber} · {translate(`words.deliveryStatus.${record.status}`)} ·{' '}
          <When at={record.sentAt ?? record.createdAt} />
        </Typography>
        {waits && (
          <Typography color="textSecondary">
            {translate('delivery.next')} <When at={record.nextAt} />
          </Typography>
        )}
        <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
          <ReplayButton record={record} />
          <Button component={Link} to={`/cases/${record.caseId}/show`}>
            {translate('casePage.open')} {record.caseNumber}
          </Button>
        </Box>
      </Section>
      <Section title="delivery.tries">
        <PlainList>
          {record.log.map(({ at, status, error, milliseconds }) => (
            <li key={at}>
              <When at={at} /> · {error ?? status} · {milliseconds} ms
            </li>
          ))}
        </PlainList>
        {record.log.length === 0 && <Typography>{translate('delivery.none')}</Typography>}
      </Section>
    </Box>
  );
};

/** Tells it once more, under the same id. */
const ReplayButton = ({ record }: { record: DeliveryDetail }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { permissions = [] } = usePermissions<string[]>();
  const { submit, busy, error } = useSubmit(async () => {
    await post(`/deliveries/${record.id}/replay`, {});
    notify('delivery.replayed', { type: 'success' });
    client.invalidateQueries({ queryKey: ['deliveries'] });
  });
  if (!permissions.includes('delivery.replay')) return null;
  return (
    <>
      {error && <Alert severity="error">{error}</Alert>}
      <Button variant="contained" disabled={busy} onClick={() => submit(undefined)}>
        {translate('delivery.replay')}
      </Button>
    </>
  );
};
