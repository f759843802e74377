import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { Words } from '../../form/Words';
import { useNames } from '../../meta/useMeta';
import { When } from '../../time/When';
import type { CaseDetail, Qualification } from '../types';

const judged = ['categoryRight', 'dangerRight', 'descriptionRight', 'timely'] as const;

const One = ({ row }: { row: Qualification }) => {
  const translate = useTranslate();
  const names = useNames();
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>
        {translate(row.real ? 'casePage.realProblem' : 'casePage.noProblem')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        <When at={row.recordedAt} /> · {names.category(row.categoryId)} ·{' '}
        {translate(`words.dangerShort.${row.danger}`)}
      </Typography>
      {row.real &&
        judged.map((what) => (
          <Typography key={what} variant="body2">
            {translate(`command.fields.${what}`)} {translate(row[what] ? 'app.yes' : 'app.no')}
          </Typography>
        ))}
      <Words words={row.words} />
    </>
  );
};

/** What the technician found on site. */
export const CaseQualifications = ({ row }: { row: CaseDetail }) =>
  row.qualifications.length > 0 && (
    <Section title="casePage.sections.qualifications">
      <PlainList>
        {row.qualifications.map((one) => (
          <li key={one.id}>
            <One row={one} />
          </li>
        ))}
      </PlainList>
    </Section>
  );
