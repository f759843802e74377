import { Alert, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../form/Section';
import type { Numbers } from './titles';
import type { ChainCheck } from './types';
import { useTitle } from './useTitle';

/** Whether the log still vouches for itself; an erased text is told apart from a changed or removed entry. */
export const Chains = ({ chains, numbers }: { chains: ChainCheck[]; numbers: Numbers }) => {
  const translate = useTranslate();
  const title = useTitle(numbers);
  return (
    <Section title="auditPage.chain">
      <Stack sx={{ gap: 1 }}>
        {chains.map(({ chain, entries, intact, brokenAt, erased }) => (
          <Alert key={chain} severity={intact ? 'success' : 'error'} sx={{ overflowWrap: 'anywhere' }}>
            <strong>{title(chain)}</strong> · {translate('auditPage.entries', { smart_count: entries })}
            <br />
            {translate(intact ? 'auditPage.chainOk' : 'auditPage.chainBroken', { entry: brokenAt ?? '?' })}
            {erased > 0 && ` ${translate('auditPage.chainErased', { count: erased })}`}
          </Alert>
        ))}
      </Stack>
    </Section>
  );
};
