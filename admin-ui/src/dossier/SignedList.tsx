import { Alert, Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { PlainList } from '../form/PlainList';
import { Section } from '../form/Section';
import { get } from '../http/request';
import { useNames } from '../meta/useMeta';
import { sayDay, sayInstant } from '../time/instant';
import { changesOf } from './selection';
import type { Checked, SignedDossier } from './types';

/** What was signed off, the newest first. */
export const SignedList = ({ onOpen }: { onOpen: (dossier: SignedDossier) => void }) => {
  const translate = useTranslate();
  const { data, error } = useQuery({
    queryKey: ['dossiers', 'signed'],
    queryFn: () => get<SignedDossier[]>('/dossiers?_end=100'),
  });
  return (
    <Section title="dossier.signedOnes">
      {error && <Alert severity="error">{error.message}</Alert>}
      {data?.length === 0 && <Typography color="textSecondary">{translate('dossier.noneSigned')}</Typography>}
      <PlainList>
        {data?.map((dossier) => (
          <li key={dossier.id}>
            <Signed dossier={dossier} onOpen={onOpen} />
          </li>
        ))}
      </PlainList>
    </Section>
  );
};

const Signed = ({
  dossier,
  onOpen,
}: {
  dossier: SignedDossier;
  onOpen: (dossier: SignedDossier) => void;
}) => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const [checking, setChecking] = useState(false);
  const day = (text: string) => sayDay(text, locale);
  const { from, to, until, suppliers, categories, department } = dossier;
  const about = [
    suppliers.map(names.supplier).join(', ') || translate('dossier.allSuppliers'),
    categories.map(names.category).join(', ') || translate('dossier.allCategories'),
    ...(department ? [names.department(department)] : []),
  ];
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>{about.join(' · ')}</Typography>
      <Typography variant="body2">
        {translate('dossier.periodOf', { from: day(from), to: day(to), until: day(until) })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {translate('dossier.signedBy', {
          ...{ name: dossier.signedByName ?? '–', when: sayInstant(dossier.signedAt, locale) },
        })}
      </Typography>
      <Box component="code" sx={{ display: 'block', overflowWrap: 'anywhere', fontSize: 12 }}>
        {dossier.hash}
      </Box>
      {!dossier.vouched && <Alert severity="error">{translate('dossier.notVouched')}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button variant="outlined" size="small" onClick={() => setChecking(true)} disabled={checking}>
          {translate('dossier.check')}
        </Button>
        <Button variant="outlined" size="small" onClick={() => onOpen(dossier)}>
          {translate('dossier.open')}
        </Button>
      </Box>
      {checking && <Verdict id={dossier.id} />}
    </>
  );
};

/** Whether it is still the same when it is computed again. */
const Verdict = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const { data, error } = useQuery({
    queryKey: ['dossiers', 'check', id],
    queryFn: () => get<Checked>(`/dossiers/${id}`),
  });
  if (error) return <Alert severity="error">{error.message}</Alert>;
  if (!data) return <Typography variant="body2">{translate('ra.page.loading')}</Typography>;
  if (data.now.agrees)
    return (
      <Alert severity="success" sx={{ mt: 1 }}>
        {translate('dossier.agrees')}
      </Alert>
    );
  const changes = changesOf(data.counts, data.now.counts);
  return (
    <Alert severity="warning" sx={{ mt: 1 }}>
      {translate('dossier.differs')}{' '}
      {changes.length === 0
        ? translate('dossier.sameCounts')
        : changes
            .map(({ name, ...change }) =>
              translate('dossier.change', { name: translate(`dossier.counts.${name}`), ...change }),
            )
            .join(' ')}
    </Alert>
  );
};
