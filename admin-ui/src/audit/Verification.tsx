import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { useSubmit } from '../form/useSubmit';
import { get } from '../http/request';
import { sayExactly } from '../time/instant';
import { faultsOf, type Verified } from './faults';
import { useTitle } from './useTitle';

/** Computes every chain, signature and archive again and says what it found. */
export const Verification = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const [found, setFound] = useState<(Verified & { at: number }) | null>(null);
  const title = useTitle(found?.numbers ?? {});
  const { submit, busy, error } = useSubmit(async () => {
    setFound({ ...(await get<Verified>('/verification')), at: Date.now() });
  });
  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Button variant="contained" disabled={busy} onClick={() => submit(undefined)}>
        {translate(busy ? 'verification.running' : 'verification.run')}
      </Button>
      {error && <Alert severity="error">{error}</Alert>}
      {found && (
        <Alert severity={found.sound ? 'success' : 'error'} sx={{ overflowWrap: 'anywhere', width: '100%' }}>
          {translate(found.sound ? 'verification.sound' : 'verification.broken', {
            when: sayExactly(found.at, locale),
            ...{ entries: found.entries, chains: found.chains, days: found.days, archives: found.archives },
          })}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {faultsOf(found, title, translate).map(({ key, data }) => (
              <li key={`${key} ${Object.values(data).join(' ')}`}>
                {translate(`verification.${key}`, data)}
              </li>
            ))}
          </Box>
        </Alert>
      )}
    </Box>
  );
};
