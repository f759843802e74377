import { Box, Button, Typography } from '@mui/material';
import { ShowBase, Title, useShowContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Timeline } from '../cases/page/Timeline';
import { PlainList } from '../form/PlainList';
import { Section } from '../form/Section';
import { Chains } from './Chains';
import { ComparisonNotice } from './ComparisonNotice';
import { RunCard } from './RunCard';
import type { AuditDetail } from './types';

/** What the auditor reads: the log with its chain, and the workflow histories behind it. */
export const AuditPage = () => (
  <ShowBase>
    <Content />
  </ShowBase>
);

const Content = () => {
  const { record } = useShowContext<AuditDetail>();
  const translate = useTranslate();
  // A row of the list stands in for a moment; the page waits for the whole.
  if (!record?.runs) return null;
  return (
    <Box sx={{ display: 'grid', gap: 2, py: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 1000 }}>
      <Title title={record.number} />
      <Box>
        <Typography component="h2" variant="h6">
          {record.number} · {record.address ?? translate('casePage.noPlace')}
        </Typography>
        <Typography color="textSecondary">{translate('auditPage.intro')}</Typography>
        <Button component={Link} to={`/cases/${record.id}/show`} sx={{ pl: 0 }}>
          {translate('casePage.open')}
        </Button>
      </Box>
      <Chains chains={record.chains} />
      <ComparisonNotice comparison={record.comparison} />
      <Section title="auditPage.histories">
        <PlainList>
          {record.runs.map((run) => (
            <li key={run.runId}>
              <RunCard caseId={record.id} run={run} />
            </li>
          ))}
        </PlainList>
      </Section>
      <Timeline entries={record.entries} />
    </Box>
  );
};
