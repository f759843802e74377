import { Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type HttpError, useLocale, useNotify, useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { sayDistance } from '../../map/distance';
import { When } from '../../time/When';
import { decideSuggestion } from '../api';
import { Thumbnail } from '../Thumbnail';
import type { CaseDetail, SuggestedCase } from '../types';
import { CompareDialog } from './CompareDialog';

/** Open cases that may be about the same problem: to be looked at, and joined or told apart. */
export const CaseSuggestions = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const [compared, setCompared] = useState<SuggestedCase | null>(null);
  const mayMerge = row.allowed.includes('merge');
  if (row.suggestions.length === 0) return null;
  return (
    <Section title="casePage.same.title">
      <PlainList>
        {row.suggestions.map((other) => (
          <li key={other.id}>
            <Summary other={other} />
            {mayMerge && (
              <Box sx={{ display: 'flex', gap: 1, mt: 1, flexWrap: 'wrap' }}>
                <Button variant="contained" onClick={() => setCompared(other)}>
                  {translate('casePage.same.compare')}
                </Button>
                <DismissButton row={row} other={other} />
              </Box>
            )}
          </li>
        ))}
      </PlainList>
      {compared && <CompareDialog row={row} other={compared} onClose={() => setCompared(null)} />}
    </Section>
  );
};

const Summary = ({ other }: { other: SuggestedCase }) => {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <Box sx={{ display: 'flex', gap: 1.5 }}>
      <Thumbnail id={other.photos[0] ?? null} />
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {other.number} · {other.address ?? translate('casePage.noPlace')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {sayDistance(other.metres, locale)} · <When at={other.openedAt} /> ·{' '}
          {translate('casePage.same.likely', { score: `${Math.round(other.score * 100)} %` })}
        </Typography>
        {other.words && (
          <Typography variant="body2" noWrap>
            {other.words}
          </Typography>
        )}
      </Box>
    </Box>
  );
};

/** With a way back, as long as the notice is there. */
const DismissButton = ({ row, other }: { row: CaseDetail; other: SuggestedCase }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const decide = async (dismissed: boolean) => {
    try {
      await decideSuggestion(row.id, other.id, dismissed);
      if (dismissed) notify('casePage.same.dismissed', { type: 'info', autoHideDuration: 8000, ...withUndo });
    } catch (problem) {
      notify((problem as HttpError).message, { type: 'error' });
    }
    await client.invalidateQueries({ queryKey: ['cases'] });
  };
  const withUndo = {
    messageArgs: {},
    action: (
      <Button color="inherit" onClick={() => decide(false)}>
        {translate('casePage.same.undo')}
      </Button>
    ),
  };
  return (
    <Button variant="outlined" onClick={() => decide(true)}>
      {translate('casePage.same.dismiss')}
    </Button>
  );
};
