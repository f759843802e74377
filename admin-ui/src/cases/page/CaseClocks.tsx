import { Box, LinearProgress, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { Deadline } from '../../time/Deadline';
import { sayInstant } from '../../time/instant';
import { useNow } from '../../time/useNow';
import type { CaseClock, CaseDetail } from '../types';
import { clockWords } from '../wording';
import { isLate, progressOf } from './progress';

/** Green is for what was kept alone. */
const colours: Partial<Record<CaseClock['status'], 'warning' | 'success' | 'inherit'>> = {
  paused: 'warning',
  met: 'success',
  cancelled: 'inherit',
};

const Clock = ({ clock, row }: { clock: CaseClock; row: CaseDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const now = useNow();
  const progress = progressOf(clock, now);
  const late = isLate(clock, now);
  const going = clock.status === 'running' || clock.status === 'paused';
  const colour = late ? 'error' : (colours[clock.status] ?? 'primary');
  const name = translate(clockWords(clock.kind, row));
  return (
    <>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {name}
          {clock.cycle > 1 && ` (${translate('casePage.cycle', { value: clock.cycle })})`}
        </Typography>
        <Typography sx={{ color: late ? 'error.main' : undefined }}>
          {translate(`words.clockStatus.${clock.status}`)}
        </Typography>
      </Box>
      {progress !== null && (
        <LinearProgress
          variant="determinate"
          value={progress}
          color={colour}
          aria-label={name}
          sx={{ height: 8, borderRadius: 4, my: 0.5, color: 'text.disabled' }}
        />
      )}
      <Typography variant="body2" color="textSecondary" component="div">
        {clock.dueAt && <Deadline at={clock.dueAt} quiet={!going} />}
        {clock.stoppedAt &&
          `; ${translate('casePage.stopped', { when: sayInstant(clock.stoppedAt, locale) })}`}
        {clock.source === 'import' && ` · ${translate('casePage.imported')}`}
      </Typography>
    </>
  );
};

/** All clocks of the case, those that run first. */
export const CaseClocks = ({ row }: { row: CaseDetail }) => {
  const clocks = row.clocks.filter(({ status }) => status !== 'off');
  if (clocks.length === 0) return null;
  const ended = ({ stoppedAt }: CaseClock) => (stoppedAt === null ? 0 : 1);
  return (
    <Section title="casePage.sections.clocks">
      <PlainList>
        {[...clocks]
          .sort((a, b) => ended(a) - ended(b))
          .map((clock) => (
            <li key={`${clock.kind}/${clock.cycle}/${clock.turn}`}>
              <Clock clock={clock} row={row} />
            </li>
          ))}
      </PlainList>
    </Section>
  );
};
