import { Box, Link as MuiLink } from '@mui/material';
import { useEffect } from 'react';
import { RadioButtonGroupInput, useGetList, useLocale, useTranslate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import type { CaseRow } from '../cases/types';
import { statusWords } from '../cases/wording';
import { distance, sayDistance } from '../map/distance';
import { useNames } from '../meta/useMeta';
import type { Entry } from './enterReport';

/** In metres. */
const near = 150;

/** What is already being dealt with at the place: the report may be about that, or about something new. */
export const NearbyCases = () => {
  const place: Entry['place'] = useWatch({ name: 'place' });
  const joins: Entry['joins'] = useWatch({ name: 'joins' });
  const { setValue } = useFormContext();
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const { data = [] } = useGetList<CaseRow>(
    'cases',
    {
      filter: { open: true, kind: 'problem', near: `${place?.lat},${place?.lon}` },
      sort: { field: 'distance', order: 'ASC' },
      pagination: { page: 1, perPage: 5 },
    },
    { enabled: Boolean(place) },
  );
  const nearby = data.flatMap((row) => {
    const far = place && distance(place, row);
    return typeof far === 'number' && far < near ? [{ row, far }] : [];
  });
  const isThere = nearby.some(({ row }) => row.number === joins);
  // The place was moved away from the case that was chosen.
  useEffect(() => {
    if (joins && !isThere) setValue('joins', '');
  }, [joins, isThere, setValue]);
  if (!place || nearby.length === 0) return null;
  const choices = [
    { id: '', name: translate('reportEntry.newProblem') },
    ...nearby.map(({ row, far }) => ({
      id: row.number,
      name: `${row.number} · ${names.category(row.categoryId)} · ${translate(statusWords(row))} · ${sayDistance(far, locale)}`,
    })),
  ];
  return (
    <Box sx={{ my: 1 }}>
      <RadioButtonGroupInput
        source="joins"
        label={translate('reportEntry.nearby', { distance: sayDistance(near, locale) })}
        choices={choices}
        translateChoice={false}
        row={false}
        helperText={false}
      />
      {nearby.map(({ row }) => (
        // Beside the form, which would be lost otherwise.
        <MuiLink key={row.id} href={`#/cases/${row.id}/show`} target="_blank" sx={{ mr: 2 }}>
          {translate('reportEntry.look', { number: row.number })}
        </MuiLink>
      ))}
    </Box>
  );
};
