import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableRow,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { get } from '../http/request';
import { nameIn } from '../meta/useMeta';
import { figureOf, written } from './cards';
import { SurvivalCurve } from './SurvivalCurve';
import { type Card, type Curve, figureNames, type MedianDays } from './types';

interface Props {
  card: Card;
  /** What was asked of the list, as a query. */
  asked: string;
  onClose: () => void;
}

/** One card: how long its repairs hold, and every figure. */
export const CardDialog = ({ card, asked, onClose }: Props) => {
  const translate = useTranslate();
  const locale = useLocale();
  const titleId = useId();
  const { data, error } = useQuery({
    queryKey: ['scorecards', 'curve', asked, card.id],
    queryFn: () => get<Curve>(`/scorecards/curve?${asked}&id=${encodeURIComponent(card.id)}`),
  });
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{nameIn(card, locale)}</DialogTitle>
      {/* What scrolls can be reached from the keyboard. */}
      <DialogContent tabIndex={0}>
        <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 700, mb: 1 }}>
          {translate('quality.curve.title')}
        </Typography>
        {error && <Alert severity="error">{error.message}</Alert>}
        {data && <SurvivalCurve curve={data} />}
        <Typography variant="body2" color="textSecondary" sx={{ my: 1 }}>
          {translate('quality.curve.help')}
        </Typography>
        <FigureTable card={card} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};

const FigureTable = ({ card }: { card: Card }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const median = card.verdict === 'enough' ? card.medianDays : null;
  return (
    <Table size="small">
      <TableBody>
        {figureNames.map((name) => {
          const estimate = figureOf(card, name);
          const said = estimate ? written(estimate, name, locale) : null;
          return (
            <Row key={name} name={`quality.figure.${name}`}>
              {said ? translate('quality.between', said) : translate('quality.few.figure')}
            </Row>
          );
        })}
        {median && <Row name="quality.median.name">{translate(...medianText(median))}</Row>}
        <Row name="quality.repairs">{card.repairs}</Row>
        <Row name="quality.rated">{card.rated}</Row>
      </TableBody>
    </Table>
  );
};

/** Half may never have failed, or may have after a time that nobody knows the end of. */
const medianText = ({ value, low, high }: MedianDays): [key: string, blanks: object] => {
  const days = (value: number | null) => (value === null ? '…' : Math.round(value));
  if (value === null) return ['quality.median.not-yet', {}];
  return ['quality.between', { value: days(value), low: days(low), high: days(high) }];
};

const Row = ({ name, children }: { name: string; children: ReactNode }) => {
  const translate = useTranslate();
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {translate(name)}
      </TableCell>
      <TableCell align="right">{children}</TableCell>
    </TableRow>
  );
};
