import { Box, Button, Typography } from '@mui/material';
import { ShowBase, Title, useShowContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { CasePlace } from '../cases/page/CasePlace';
import { OneReport } from '../cases/page/CaseReports';
import { Timeline } from '../cases/page/Timeline';
import { Section } from '../form/Section';
import { useNames } from '../meta/useMeta';
import type { ReportDetail } from './types';

export const ReportShow = () => (
  <ShowBase>
    <Content />
  </ShowBase>
);

const Content = () => {
  const { record } = useShowContext<ReportDetail>();
  const translate = useTranslate();
  const names = useNames();
  if (!record?.timeline) return null;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        py: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
        alignItems: 'start',
      }}
    >
      <Title title={record.number} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Section title="casePage.sections.reports">
          <Typography sx={{ fontWeight: 600 }}>
            {names.category(record.categoryId)} · {names.department(record.departmentId)}
          </Typography>
          <OneReport report={record} />
          {record.photos.map((id) => (
            <a key={id} href={`/photos/${id}`} target="_blank" rel="noreferrer">
              <Box
                component="img"
                src={`/photos/${id}?size=small`}
                alt={translate('words.photoPurpose.report')}
                sx={{ maxHeight: 180, mr: 1, mt: 1, borderRadius: 1 }}
              />
            </a>
          ))}
          {record.caseId && (
            <Box sx={{ mt: 1 }}>
              <Button component={Link} to={`/cases/${record.caseId}/show`} variant="contained">
                {translate('casePage.open')} {record.caseNumber}
              </Button>
            </Box>
          )}
        </Section>
        <Timeline entries={record.timeline} kind={record.kind} />
      </Box>
      <CasePlace row={record} />
    </Box>
  );
};
