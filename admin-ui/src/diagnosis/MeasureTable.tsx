import { Table, TableBody, TableCell, TableRow } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { Measures } from './types';

type Kind = 'count' | 'share' | 'number';
const rows: [Exclude<keyof Measures, 'hours'>, Kind][] = [
  ['cases', 'count'],
  ['completed', 'count'],
  ['openBefore', 'count'],
  ['openAfter', 'count'],
  ['lateShare', 'share'],
  ['ageDays', 'number'],
  ['load', 'share'],
  ['touch', 'share'],
  ['bounces', 'number'],
  ['missing', 'number'],
  ['rework', 'number'],
  ['metres', 'count'],
  ['lateVerification', 'share'],
  ['unseen', 'share'],
  ['reviewDays', 'number'],
  ['spread', 'share'],
];

/** Every figure, also those that speak for nothing. */
export const MeasureTable = ({ measures }: { measures: Measures }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const formats: Record<Kind, Intl.NumberFormat> = {
    count: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
    share: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
    number: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
  };
  return (
    <Table size="small">
      <TableBody>
        {rows.map(([name, kind]) => {
          const value = measures[name];
          return (
            <TableRow key={name}>
              <TableCell component="th" scope="row">
                {translate(`diagnosis.measure.${name}`)}
              </TableCell>
              <TableCell align="right">
                {value === null ? translate('diagnosis.unknown') : formats[kind].format(value)}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
};
