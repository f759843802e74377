import { Chip, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CaseRow } from './types';

/** What is out of the ordinary about a case, worst first. */
export const Badges = ({ row }: { row: CaseRow }) => {
  const translate = useTranslate();
  const over = ['closed', 'rejected', 'answered'].includes(row.status);
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5 }}>
      {row.emergency !== 'none' && (
        <Chip size="small" color="error" label={translate(`words.emergency.${row.emergency}`)} />
      )}
      {!over && row.burstAt && (
        <Chip size="small" color="warning" label={translate('priority.burst.badge')} />
      )}
      {!over && row.safety === 'ordered' && (
        <Chip size="small" color="warning" label={translate('casePage.safetyOrdered')} />
      )}
      {row.safety === 'done' && (
        <Chip size="small" color="success" variant="outlined" label={translate('casePage.madeSafe')} />
      )}
      {row.reopenAsked && <Chip size="small" color="warning" label={translate('casePage.reopenAsked')} />}
      {row.unread && <Chip size="small" color="info" label={translate('casePage.unread')} />}
      {row.paused && <Chip size="small" variant="outlined" label={translate('casePage.paused')} />}
      {row.kind !== 'problem' && (
        <Chip size="small" variant="outlined" color="primary" label={translate(`words.kind.${row.kind}`)} />
      )}
    </Stack>
  );
};
