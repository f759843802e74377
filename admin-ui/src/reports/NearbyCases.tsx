import { Alert, Link as MuiLink } from '@mui/material';
import { useGetList, useLocale, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { CaseRow } from '../cases/types';
import { statusWords } from '../cases/wording';
import { distance, sayDistance } from '../map/distance';
import { useNames } from '../meta/useMeta';
import type { Entry } from './enterReport';

/** In metres. */
const near = 150;

/** What is already being dealt with at the place, to be told on the telephone. */
export const NearbyCases = () => {
  const place: Entry['place'] = useWatch({ name: 'place' });
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const { data = [] } = useGetList<CaseRow>(
    'cases',
    {
      filter: { open: true, near: `${place?.lat},${place?.lon}` },
      sort: { field: 'distance', order: 'ASC' },
      pagination: { page: 1, perPage: 5 },
    },
    { enabled: Boolean(place) },
  );
  const nearby = data.flatMap((row) => {
    const far = place && distance(place, row);
    return typeof far === 'number' && far < near ? [{ row, far }] : [];
  });
  if (!place || nearby.length === 0) return null;
  return (
    <Alert severity="info" sx={{ my: 1 }}>
      {translate('reportEntry.nearby', { distance: sayDistance(near, locale) })}
      {nearby.map(({ row, far }) => (
        <div key={row.id}>
          {/* Beside the form, which would be lost otherwise. */}
          <MuiLink href={`#/cases/${row.id}/show`} target="_blank">
            {row.number}
          </MuiLink>{' '}
          · {names.category(row.categoryId)} · {translate(statusWords(row))} · {sayDistance(far, locale)}
        </div>
      ))}
    </Alert>
  );
};
