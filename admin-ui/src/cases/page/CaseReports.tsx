import { Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { Words } from '../../form/Words';
import { type Answer, answerIn, questionIn } from '../../meta/attributes';
import { When } from '../../time/When';
import { Danger } from '../Danger';
import type { CaseDetail, CaseReport } from '../types';
import { isProblem } from '../wording';

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

/** Whether whoever reported it can be written to; only for those who may know. */
const Reporter = ({ report: { reporter } }: { report: CaseReport }) => {
  const translate = useTranslate();
  if (reporter === undefined) return null;
  if (!reporter?.email) return ` · ${translate('casePage.reporter.none')}`;
  return ` · ${translate(`casePage.reporter.${reporter.confirmed ? 'confirmed' : 'unconfirmed'}`, { email: reporter.email })}`;
};

/** What the category asked, and what was answered. */
const Answers = ({ answers }: { answers: Answer[] }) => {
  const locale = useLocale();
  return answers.map((answer) => (
    <Typography key={answer.code} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      {questionIn(answer, locale)} <strong>{answerIn(answer, locale)}</strong>
    </Typography>
  ));
};

export const OneReport = ({ report }: { report: CaseReport }) => {
  const translate = useTranslate();
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {report.number}
        {report.registerNumber && ` · ${translate('register.number', { number: report.registerNumber })}`} ·{' '}
        {translate(`words.channel.${report.channel}`)} · <When at={report.receivedAt} />
        {isProblem(report) && (
          <>
            {' · '}
            <Danger level={report.danger} />
          </>
        )}
        {report.emergency !== 'none' && ` · ${translate(`words.emergency.${report.emergency}`)}`}
      </Typography>
      <Words words={report.words} erased={report.erased} />
      <Answers answers={report.answers ?? []} />
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {report.address && `${report.address}, `}
        {translate(
          report.locationSource ? `words.locationSource.${report.locationSource}` : 'casePage.nowhere',
        )}
        <Reporter report={report} />
      </Typography>
    </>
  );
};
