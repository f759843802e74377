import { Alert, Card, CardContent, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useListContext, useTranslate } from 'react-admin';
import { get } from '../http/request';
import { useNames } from '../meta/useMeta';
import { CausesChart } from './CausesChart';
import { inDays } from './days';
import { vitalFew } from './pareto';
import type { Causes } from './types';

const DAYS = 90;

/** What delays of the last months come from, of the department that the list shows. */
export const CausesPanel = () => {
  const translate = useTranslate();
  const names = useNames();
  const { filterValues } = useListContext();
  const asked = new URLSearchParams({ from: inDays(-DAYS), to: inDays(0) });
  if (filterValues.departmentId) asked.set('departmentId', filterValues.departmentId);
  const { data } = useQuery({
    queryKey: ['reviews', 'causes', asked.toString()],
    queryFn: () => get<Causes>(`/reviews/causes?${asked}`),
  });
  if (!data || data.bars.length === 0) return null;
  const few = vitalFew(data.bars).map(({ name }) => translate(`words.reviewCause.${name}`));
  return (
    <Card variant="outlined" sx={{ mb: 2 }}>
      <CardContent>
        <Typography component="h2" variant="subtitle1" sx={{ fontWeight: 700 }}>
          {translate('reviews.causes', { days: DAYS })}
        </Typography>
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {translate('reviews.few', { causes: few.join(', '), smart_count: few.length })}
        </Typography>
        <CausesChart bars={data.bars} />
        {data.recurring.map(({ departmentId, cause, count }) => (
          <Alert key={departmentId + cause} severity="warning" sx={{ mt: 1 }}>
            {translate('reviews.recurs', {
              department: names.department(departmentId),
              cause: translate(`words.reviewCause.${cause}`),
              count,
            })}
          </Alert>
        ))}
      </CardContent>
    </Card>
  );
};
