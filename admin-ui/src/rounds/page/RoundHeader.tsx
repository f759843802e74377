import { Card, CardContent, Stack, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { useNames } from '../../meta/useMeta';
import { sayDay, sayHour } from '../../time/hours';
import { exactSpan } from '../../time/span';
import { progress } from '../order';
import { RoundChip } from '../RoundChip';
import type { RoundDetail } from '../types';

/** Whose round, when, and how far it has come. */
export const RoundHeader = ({ row }: { row: RoundDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const { over, all } = progress(row.counts);
  const hour = (at: string) => sayHour(at, locale);
  const { plan } = row;
  return (
    <Card variant="outlined">
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography component="h2" variant="h6">
            {names.crew(row.crewId)}
          </Typography>
          <RoundChip status={row.status} />
        </Stack>
        <Typography sx={{ '&::first-letter': { textTransform: 'uppercase' } }}>
          {sayDay(row.shiftFrom, locale)}, {hour(row.shiftFrom)}–{hour(row.shiftTo)}
          {row.breaks.map(({ earliest, latest, minutes }) => (
            <span key={earliest}>
              {' · '}
              {translate('rounds.break', { minutes, earliest: hour(earliest), latest: hour(latest) })}
            </span>
          ))}
        </Typography>
        <Typography color="textSecondary">
          {names.department(row.departmentId)} ·{' '}
          {row.status === 'draft'
            ? translate('rounds.stops', { smart_count: all })
            : translate('rounds.progress', { over, all, done: row.counts.done ?? 0 })}
          {row.status === 'draft' &&
            plan &&
            row.stops.length > 0 &&
            ` · ${translate('rounds.plan', {
              back: hour(plan.backAt),
              travel: exactSpan(Math.round(plan.travelSeconds / 60), locale),
            })}`}
          {row.status === 'draft' &&
            plan?.breaks.map(
              ({ startAt, endAt }) =>
                ` · ${translate('rounds.breakAt', { from: hour(startAt), to: hour(endAt) })}`,
            )}
        </Typography>
      </CardContent>
    </Card>
  );
};
