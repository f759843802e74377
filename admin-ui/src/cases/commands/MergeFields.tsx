import { Alert, Box, Typography } from '@mui/material';
import {
  AutocompleteInput,
  ReferenceInput,
  required,
  useLocale,
  useRecordContext,
  useReference,
  useTranslate,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import { NoteInput } from '../../form/NoteInput';
import { distance, pointOf, sayDistance } from '../../map/distance';
import { useNames } from '../../meta/useMeta';
import { sayInstant } from '../../time/instant';
import type { CaseDetail, CaseRow } from '../types';
import { isProblem, statusWords, unaddressed } from '../wording';

/** One problem is rarely wider than this, in metres. */
const far = 250;

/** Enough to tell one pothole from another. */
const Choice = ({ from }: { from: CaseRow }) => {
  const one = useRecordContext<CaseRow>();
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  if (!one) return null;
  const apart = distance(from, one);
  return (
    <Box>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {one.number} · {one.address ?? translate(unaddressed(one))}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {apart !== null && `${sayDistance(apart, locale)} · `}
        {names.category(one.categoryId)} · {translate(statusWords(one))} · {sayInstant(one.openedAt, locale)}
      </Typography>
    </Box>
  );
};

/** Says so when the chosen case is somewhere else. */
const FarAway = ({ from }: { from: CaseRow }) => {
  const id: string = useWatch({ name: 'intoCaseId' }) ?? '';
  const translate = useTranslate();
  const locale = useLocale();
  const { referenceRecord: chosen } = useReference<CaseRow>({
    reference: 'cases',
    id,
    options: { enabled: id !== '' },
  });
  const apart = chosen ? distance(from, chosen) : null;
  if (apart === null || apart <= far) return null;
  return (
    <Alert severity="warning" sx={{ mb: 1 }}>
      {translate('command.farAway', { distance: sayDistance(apart, locale) })}
    </Alert>
  );
};

/** The nearest open cases first, whatever is searched for; where there is no place, the newest. */
export const MergeFields = ({ row }: { row: CaseDetail }) => (
  <>
    <ReferenceInput
      source="intoCaseId"
      reference="cases"
      filter={{
        ...{ open: true, except: row.id },
        ...(isProblem(row) && { kind: 'problem' }),
        ...(pointOf(row) && { near: `${row.lat},${row.lon}` }),
      }}
      sort={pointOf(row) ? { field: 'distance', order: 'ASC' } : { field: 'openedAt', order: 'DESC' }}
    >
      <AutocompleteInput
        label="command.fields.intoCase"
        helperText="command.fields.intoCaseHelp"
        optionText={<Choice from={row} />}
        inputText={(one: CaseRow) => `${one.number} · ${one.address ?? ''}`}
        filterToQuery={(q: string) => ({ q })}
        validate={required()}
      />
    </ReferenceInput>
    <FarAway from={row} />
    <NoteInput needed />
  </>
);
