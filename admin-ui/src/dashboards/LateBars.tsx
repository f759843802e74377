import { Link as Anchor, Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useNames } from '../meta/useMeta';
import { casesLink } from './asked';
import { formatsOf } from './formats';
import type { Late } from './types';

/** The bars' scale ends at so many of a hundred, or twice as many, …: it does not change with every case. */
const STEP = 0.25;

/** The late share of each department, and where it stood in the period before; in the order of departments. */
export const LateBars = ({ departments }: Late) => {
  const translate = useTranslate();
  const names = useNames();
  const { count, percent } = formatsOf(useLocale());
  const largest = Math.max(0, ...departments.flatMap(({ share }) => [share.value ?? 0, share.before ?? 0]));
  const most = Math.max(STEP, Math.ceil(largest / STEP) * STEP);
  const part = (share: number) => `${(share / most) * 100}%`;
  return (
    <>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {translate('dashboards.late.about', { most: count(most * 100) })}
      </Typography>
      <Box component="ul" sx={{ display: 'grid', gap: 1.5, p: 0, m: 0, listStyle: 'none' }}>
        {departments.map(({ departmentId, share, repaired, late }) => (
          <li key={departmentId}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, justifyContent: 'space-between' }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                {names.department(departmentId)}
              </Typography>
              <Typography variant="body2">
                {share.value === null ? translate('dashboards.few') : percent(share.value)}
                {' · '}
                <Anchor component={Link} to={casesLink(late.cases)}>
                  {translate('dashboards.late.count', { late: count(late.value) })}
                </Anchor>{' '}
                <Anchor component={Link} to={casesLink(repaired.cases)}>
                  {translate('dashboards.late.of', {
                    smart_count: repaired.value,
                    repaired: count(repaired.value),
                  })}
                </Anchor>
                {share.before !== null &&
                  ` · ${translate('dashboards.late.before', { share: percent(share.before) })}`}
              </Typography>
            </Box>
            <Box
              aria-hidden
              sx={{ position: 'relative', height: 14, bgcolor: 'action.hover', borderRadius: 0.5 }}
            >
              {share.value !== null && (
                <Box
                  sx={{
                    height: '100%',
                    width: part(share.value),
                    bgcolor: 'primary.main',
                    borderRadius: 0.5,
                  }}
                />
              )}
              {share.before !== null && (
                <Box
                  sx={{
                    ...{ position: 'absolute', top: -3, bottom: -3, width: '3px', ml: '-1.5px' },
                    ...{ left: part(share.before), bgcolor: 'text.primary' },
                  }}
                />
              )}
            </Box>
          </li>
        ))}
      </Box>
    </>
  );
};
