import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { partColours } from '../app/colours';
import type { CaseDetail } from '../cases/types';
import { Section } from '../form/Section';
import { useNow } from '../time/useNow';
import { BandChip } from './BandChip';
import { BurstNotice } from './BurstNotice';
import { type Explained, explain } from './explain';
import { ScoreBar } from './ScoreBar';

const Part = ({ part, points, sentence }: Explained) => {
  const translate = useTranslate();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '14px minmax(0, 1fr) auto',
        columnGap: 1,
        alignItems: 'baseline',
      }}
    >
      <Box
        sx={{
          width: 12,
          height: 12,
          borderRadius: 0.5,
          bgcolor: partColours[part],
          opacity: points > 0 ? 1 : 0.3,
        }}
      />
      <Typography color={points > 0 ? 'textPrimary' : 'textSecondary'} sx={{ overflowWrap: 'anywhere' }}>
        <strong>{translate(`priority.parts.${part}`)}</strong> · {sentence}
      </Typography>
      <Typography sx={{ fontWeight: 700 }} color={points > 0 ? 'textPrimary' : 'textSecondary'}>
        {points > 0 ? `+${points}` : '0'}
      </Typography>
    </Box>
  );
};

/** How soon this case wants somebody, and what makes it so: to look at first, then to read. */
export const CasePriority = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const now = useNow();
  const { priorityParts } = row;
  if (!priorityParts) return null;
  const parts = explain({ ...row, priorityParts }, { translate, locale, now });
  return (
    <Section title="priority.title">
      <Box sx={{ mb: 1, fontSize: '1.1rem' }}>
        <BandChip band={row.band} score={row.priority} long />
      </Box>
      <ScoreBar parts={parts} />
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 0.75 }}>
        {parts.map((one) => (
          <Part key={one.part} {...one} />
        ))}
      </Box>
      <BurstNotice row={row} held={priorityParts.reasons.people.held} />
    </Section>
  );
};
