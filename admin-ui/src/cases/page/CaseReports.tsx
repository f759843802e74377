import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { Words } from '../../form/Words';
import { When } from '../../time/When';
import { Danger } from '../Danger';
import type { CaseDetail, CaseReport } from '../types';

/** What citizens wrote, each report on its own. */
export const CaseReports = ({ row }: { row: CaseDetail }) => (
  <Section title="casePage.sections.reports">
    <PlainList>
      {row.reports.map((report) => (
        <li key={report.id}>
          <OneReport report={report} />
        </li>
      ))}
    </PlainList>
  </Section>
);

export const OneReport = ({ report }: { report: CaseReport }) => {
  const translate = useTranslate();
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {report.number} · {translate(`words.channel.${report.channel}`)} · <When at={report.receivedAt} /> ·{' '}
        <Danger level={report.danger} />
        {report.emergency !== 'none' && ` · ${translate(`words.emergency.${report.emergency}`)}`}
      </Typography>
      <Words words={report.words} erased={report.erased} />
      <Typography variant="body2" color="textSecondary">
        {report.address && `${report.address}, `}
        {translate(`words.locationSource.${report.locationSource}`)}
        {report.reporter?.email && ` · ${report.reporter.email}`}
      </Typography>
    </>
  );
};
