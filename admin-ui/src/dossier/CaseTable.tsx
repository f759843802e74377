import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { sayDay } from '../time/instant';
import type { DossierCase, Named } from './types';

const FIRST = 20;
const columns = [
  'number',
  'supplier',
  'category',
  'repairedOn',
  'cost',
  'stars',
  'days',
  'recurred',
] as const;

/** The first of the cases that the figures come from. */
export const CaseTable = ({ cases }: { cases: DossierCase[] }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const name = ({ it, en }: Named) => (locale === 'it' ? it : en);
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const mean = (stars: number[]) => stars.reduce((total, star) => total + star, 0) / stars.length;
  const shown = cases.slice(0, FIRST);
  return (
    <TableContainer>
      {cases.length > FIRST && (
        <Typography variant="body2" color="textSecondary">
          {translate('dossier.firstCases', { count: FIRST, all: cases.length })}
        </Typography>
      )}
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column}>{translate(`dossier.column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((row) => (
            <TableRow key={row.id}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {row.number}
              </TableCell>
              <TableCell>{name(row.supplier)}</TableCell>
              <TableCell>{name(row.category)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{sayDay(row.repairedOn, locale)}</TableCell>
              <TableCell>{money.format(Number(row.cost))}</TableCell>
              <TableCell>{row.stars.length > 0 ? one.format(mean(row.stars)) : '–'}</TableCell>
              <TableCell>{whole.format(Number(row.days))}</TableCell>
              <TableCell>{translate(`ra.boolean.${row.recurred}`)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
