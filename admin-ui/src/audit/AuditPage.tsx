import { Box, Button, Typography } from '@mui/material';
import { ShowBase, Title, useShowContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Timeline } from '../cases/page/Timeline';
import type { TimelineEntry } from '../cases/types';
import { unaddressed } from '../cases/wording';
import { PlainList } from '../form/PlainList';
import { Section } from '../form/Section';
import { Chains } from './Chains';
import { ComparisonNotice } from './ComparisonNotice';
import { RunCard } from './RunCard';
import type { Numbers } from './titles';
import type { AuditDetail } from './types';
import { useTitle } from './useTitle';

/** What the auditor reads: the log with its chain, and the workflow histories behind it. */
export const AuditPage = () => (
  <ShowBase>
    <Content />
  </ShowBase>
);

const Content = () => {
  const { record } = useShowContext<AuditDetail>();
  const translate = useTranslate();
  const numbers = numbersOf(record);
  const title = useTitle(numbers);
  // A row of the list stands in for a moment; the page waits for the whole.
  if (!record?.runs) return null;
  const place = ({ chain, seq }: TimelineEntry) =>
    `${title(chain)}, ${translate('auditPage.entry', { seq })}`;
  return (
    <Box sx={{ display: 'grid', gap: 2, py: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 1000 }}>
      <Title title={record.number} />
      <Box>
        <Typography component="h2" variant="h6">
          {record.number} · {record.address ?? translate(unaddressed(record))}
        </Typography>
        <Typography color="textSecondary">{translate('auditPage.intro')}</Typography>
        <Button component={Link} to={`/cases/${record.id}/show`} sx={{ pl: 0 }}>
          {translate('casePage.open')}
        </Button>
      </Box>
      <Chains chains={record.chains} numbers={numbers} />
      <ComparisonNotice comparison={record.comparison} />
      <Section title="auditPage.histories">
        <PlainList>
          {record.runs.map((run) => (
            <li key={run.runId}>
              <RunCard caseId={record.id} run={run} numbers={numbers} entries={record.entries} />
            </li>
          ))}
        </PlainList>
      </Section>
      <Timeline entries={record.entries} joined={[record]} place={place} />
    </Box>
  );
};

/** The case's number and those of its reports. */
const numbersOf = (record: AuditDetail | undefined): Numbers =>
  Object.fromEntries(
    [...(record ? [record] : []), ...(record?.reports ?? [])].map(({ id, number }) => [id, number]),
  );
