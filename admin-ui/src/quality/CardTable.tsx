import { Button, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { nameIn } from '../meta/useMeta';
import { figureOf, inOrder, scaleOf, written } from './cards';
import { IntervalBar } from './IntervalBar';
import type { FigureName, Scorecards } from './types';

interface Props {
  scorecards: Scorecards;
  figure: FigureName;
  /** Without it a name leads nowhere. */
  onOpen?: (id: string) => void;
}

/** Everybody by rank, with the interval of the figure; of whom too little is known, that alone. */
export const CardTable = ({ scorecards: { cards, fewest }, figure, onOpen }: Props) => {
  const translate = useTranslate();
  const locale = useLocale();
  const scale = scaleOf(cards, figure);
  return (
    <TableContainer>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('quality.rank')}</TableCell>
            <TableCell>{translate('quality.name')}</TableCell>
            <TableCell sx={{ width: '35%' }}>{translate(`quality.figure.${figure}`)}</TableCell>
            <TableCell>{translate('quality.interval')}</TableCell>
            <TableCell align="right">{translate('quality.repairs')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {inOrder(cards, figure, (card) => nameIn(card, locale)).map((card) => {
            const estimate = figureOf(card, figure);
            const text = estimate && written(estimate, figure, locale);
            return (
              <TableRow key={card.id}>
                <TableCell>{card.ranks[figure] ?? '–'}</TableCell>
                <TableCell component="th" scope="row">
                  {onOpen && card.verdict === 'enough' ? (
                    <Button size="small" onClick={() => onOpen(card.id)} sx={{ textAlign: 'left' }}>
                      {nameIn(card, locale)}
                    </Button>
                  ) : (
                    nameIn(card, locale)
                  )}
                </TableCell>
                <TableCell>{estimate && <IntervalBar estimate={estimate} {...scale} />}</TableCell>
                <TableCell>
                  {text
                    ? translate('quality.between', text)
                    : translate(`quality.few.${card.verdict === 'enough' ? 'figure' : 'repairs'}`, fewest)}
                </TableCell>
                <TableCell align="right">{card.repairs}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
