import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { ChangeNote } from './ChangeNote';
import { changeOf, type Goal } from './change';
import { FigureTile } from './FigureTile';
import { formatsOf } from './formats';
import { Sparkline } from './Sparkline';
import type { All } from './table';
import type { Figure } from './types';

/** The figures of everything that was asked for, beside those of the period before. */
export const Tiles = ({ late, backlog, recurrences, satisfaction, reviews }: All) => {
  const translate = useTranslate();
  const { count, percent, points, stars } = formatsOf(useLocale());
  const counted = (label: string, figure: Figure, goal: Goal, values?: number[]) => {
    const change = changeOf(figure.value, figure.before, goal);
    return (
      <FigureTile label={label} figure={count(figure.value)} cases={figure.cases}>
        <ChangeNote change={change} by={count(change?.by ?? 0)} />
        {values && <Sparkline values={values} />}
      </FigureTile>
    );
  };
  const share = late?.total.share;
  const shareChange = share ? changeOf(share.value, share.before, 'low', 0.001) : null;
  const mean = satisfaction?.total.stars;
  const meanChange = mean
    ? changeOf(mean.value?.value ?? null, mean.before?.value ?? null, 'high', 0.1)
    : null;
  return (
    <Box
      component="ul"
      sx={{
        display: 'grid',
        gap: 2,
        p: 0,
        m: 0,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(4, minmax(0, 1fr))' },
      }}
    >
      {late && share && (
        <FigureTile
          label="dashboards.figure.share"
          figure={share.value === null ? null : percent(share.value)}
          cases={late.total.late.cases}
        >
          <ChangeNote
            change={shareChange}
            by={translate('dashboards.points', { points: points(shareChange?.by ?? 0) })}
          />
          <Sparkline values={late.weeks.map((week) => week.late / Math.max(1, week.repaired))} />
        </FigureTile>
      )}
      {backlog &&
        counted(
          'dashboards.figure.open',
          backlog.total.open,
          'low',
          backlog.days.map(({ open }) => open),
        )}
      {backlog &&
        counted(
          'dashboards.figure.openLate',
          backlog.total.late,
          'low',
          backlog.days.map(({ late: one }) => one),
        )}
      {backlog && counted('dashboards.figure.opened', backlog.total.opened, 'neither')}
      {recurrences && counted('dashboards.figure.recurrences', recurrences.total.recurrences, 'low')}
      {satisfaction && mean && (
        <FigureTile
          label="dashboards.figure.stars"
          figure={mean.value === null ? null : stars(mean.value.value)}
          cases={satisfaction.total.rated.cases}
        >
          <ChangeNote change={meanChange} by={stars(meanChange?.by ?? 0)} />
          {mean.value && (
            <Typography variant="body2" color="textSecondary">
              {translate('dashboards.interval', { low: stars(mean.value.low), high: stars(mean.value.high) })}
            </Typography>
          )}
        </FigureTile>
      )}
      {reviews && counted('dashboards.figure.reviewsOpen', reviews.total.open, 'neither')}
      {reviews && counted('dashboards.figure.reviewsOverdue', reviews.total.overdue, 'low')}
    </Box>
  );
};
