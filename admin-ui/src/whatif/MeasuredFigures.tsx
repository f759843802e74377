import { Table, TableBody, TableCell, TableRow } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Section } from '../form/Section';
import type { Figures } from './types';

/** What was measured and is played: whoever knows the department sees whether it is true. */
export const MeasuredFigures = ({ measured }: { measured: Figures }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const { arrivals, waiting, crews, workHours, week, lateShare } = measured;
  const rows: [name: string, value: number | null][] = [
    ['arrivals', arrivals],
    ['waiting', waiting],
    ['workHours', workHours],
    ['crews', crews?.count ?? null],
    ['hours', crews?.hours ?? null],
    ['days', crews?.days ?? null],
    ['came', week.came],
    ['staffed', week.staffed],
    ['lateShare', lateShare],
  ];
  return (
    <Section title="whatIf.measured.title">
      <Table size="small">
        <TableBody>
          {rows.map(([name, value]) => (
            <TableRow key={name}>
              <TableCell component="th" scope="row">
                {translate(`whatIf.measured.${name}`)}
              </TableCell>
              <TableCell align="right">
                {value === null
                  ? translate('whatIf.measured.unknown')
                  : (name === 'lateShare' ? percent : number).format(value)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};
