import { Alert, Box, Button, Typography } from '@mui/material';
import { ShowBase, Title, useShowContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Section } from '../form/Section';
import { When } from '../time/When';
import { Preview } from './Preview';
import { RetryButton } from './RetryButton';
import { sayRecipient } from './recipient';
import type { MessageDetail } from './types';

export const MessageShow = () => (
  <ShowBase>
    <Content />
  </ShowBase>
);

const Content = () => {
  const { record } = useShowContext<MessageDetail>();
  const translate = useTranslate();
  if (record?.html === undefined) return null;
  return (
    <Box sx={{ display: 'grid', gap: 2, py: 2, maxWidth: 900 }}>
      <Title title={translate(`messageEvent.${record.event}`, { _: record.event })} />
      <Section title="messagePage.about">
        <Typography>
          {sayRecipient(record, translate)} · {translate(`words.messageStatus.${record.status}`)} ·{' '}
          <When at={record.sentAt ?? record.createdAt} /> ·{' '}
          {translate('messagePage.tries', { smart_count: record.tries })}
        </Typography>
        {record.lastError && <Alert severity="error">{record.lastError}</Alert>}
        <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
          <RetryButton message={record} />
          {record.caseId && (
            <Button component={Link} to={`/cases/${record.caseId}/show`}>
              {translate('casePage.open')} {record.caseNumber}
            </Button>
          )}
        </Box>
      </Section>
      <Section title="messagePage.preview">
        <Preview message={record} />
      </Section>
    </Box>
  );
};
