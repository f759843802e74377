import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type HttpError, Title, useTranslate } from 'react-admin';
import { refusalOf } from '../form/refusal';
import { get } from '../http/request';
import { Preview } from './Preview';
import { SelectionForm } from './SelectionForm';
import { SignedList } from './SignedList';
import { queryOf, usualSelection } from './selection';
import type { Dossier, Selection, SignedDossier } from './types';

/** Choose, look, download, sign; and hold what was signed against what the data say now. */
export const DossierPage = () => {
  const translate = useTranslate();
  const [selection, setSelection] = useState(() => usualSelection(new Date()));
  const [asked, setAsked] = useState<Selection | null>(null);
  const { data, error, isFetching } = useQuery({
    queryKey: ['dossiers', 'data', asked],
    queryFn: () => get<Dossier>(`/dossiers/data?${asked ? queryOf(asked) : ''}`),
    enabled: asked !== null,
    retry: false,
  });
  const open = ({ suppliers, categories, department, from, to, until }: SignedDossier) => {
    const signed = { suppliers, categories, department, from, to, until };
    setSelection(signed);
    setAsked(signed);
    window.scrollTo({ top: 0 });
  };
  return (
    <Box sx={{ py: 2, maxWidth: 1100 }}>
      <Title title={translate('dossier.title')} />
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {translate('dossier.intro')}
      </Typography>
      <SelectionForm value={selection} onChange={setSelection} onShow={() => setAsked(selection)} />
      {isFetching && <LinearProgress aria-label={translate('ra.page.loading')} sx={{ mb: 2 }} />}
      {error && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {refusalOf(error as HttpError, translate)}
        </Alert>
      )}
      {asked && data && <Preview dossier={data} asked={asked} />}
      <SignedList onOpen={open} />
    </Box>
  );
};
