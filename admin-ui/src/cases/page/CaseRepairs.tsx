import { Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { Words } from '../../form/Words';
import { useNames } from '../../meta/useMeta';
import { sayDay } from '../../time/instant';
import { When } from '../../time/When';
import type { CaseDetail } from '../types';

/** What was done about it: the archive that guides the next contract. */
export const CaseRepairs = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  if (row.repairs.length === 0) return null;
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const number = new Intl.NumberFormat(locale);
  return (
    <Section title="casePage.sections.repairs">
      <PlainList>
        {row.repairs.map((repair) => (
          <li key={repair.id}>
            <Typography sx={{ fontWeight: 600 }}>{repair.procedure}</Typography>
            <Typography variant="body2" color="textSecondary">
              <When at={repair.recordedAt} /> ·{' '}
              {repair.crewId
                ? names.crew(repair.crewId)
                : repair.agencyId
                  ? names.agency(repair.agencyId)
                  : names.supplier(repair.supplierId)}{' '}
              ·{' '}
              {translate('casePage.cost', {
                hours: number.format(repair.hours),
                cost: money.format(repair.cost),
              })}
            </Typography>
            {(repair.contract || repair.warrantyUntil) && (
              <Typography variant="body2" color="textSecondary">
                {repair.contract}
                {repair.warrantyUntil &&
                  ` · ${translate('casePage.warranty', { day: sayDay(repair.warrantyUntil, locale) })}`}
              </Typography>
            )}
            {repair.materials.map(({ material, quantity, unit }) => (
              <Typography key={`${material}${unit}`} variant="body2">
                {number.format(quantity)} {unit} {material}
              </Typography>
            ))}
            <Words words={repair.words} />
          </li>
        ))}
      </PlainList>
    </Section>
  );
};
