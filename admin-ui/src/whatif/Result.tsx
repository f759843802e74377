import { Alert, Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Section } from '../form/Section';
import { useMeta } from '../meta/useMeta';
import { BacklogFan } from './BacklogFan';
import { LateBars } from './LateBars';
import { nameOfCategory } from './names';
import { isAsToday } from './question';
import { rounded, SMALL_BACKLOG, SMALL_SHARE, severityOf, signed, tell } from './tell';
import type { Comparison, Enough, Scenario } from './types';
import { WeekTable } from './WeekTable';

interface Props {
  answer: Enough;
  /** What was asked; null while something else is being worked out: then only what is as today holds. */
  scenario: Scenario | null;
  /** The last day that was measured. */
  begin: string;
}

/** Today's weeks to come beside the changed ones: in a sentence, a picture and a table. */
export const Result = ({ answer, scenario, begin }: Props) => {
  const translate = useTranslate();
  const { today, otherwise, measured } = answer;
  const changed = scenario && !isAsToday(scenario) ? otherwise : null;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {scenario && <Sentences comparison={answer} scenario={scenario} />}
      <Section title="whatIf.backlog.title">
        <BacklogFan today={today.daily} otherwise={changed?.daily ?? null} begin={begin} />
        <WeekTable today={today.daily} otherwise={changed?.daily ?? null} />
      </Section>
      <Section title="whatIf.late.title">
        <LateBars
          measured={measured.lateShare}
          today={today.lateShare}
          otherwise={changed?.lateShare ?? null}
        />
      </Section>
      <Typography variant="body2" color="textSecondary">
        {translate('whatIf.help')}
      </Typography>
    </Box>
  );
};

const Sentences = ({ comparison, scenario }: { comparison: Comparison; scenario: Scenario }) => {
  const translate = useTranslate();
  const { today, otherwise, change } = comparison;
  const locale = useLocale();
  const asToday = isAsToday(scenario);
  const what = useChange(scenario);
  const weeks = Math.floor(today.daily.length / 7);
  const late = tell(change.lateShare, SMALL_SHARE);
  const backlog = tell(change.backlog, SMALL_BACKLOG);
  return (
    <Alert severity={severityOf(asToday ? 'none' : late)}>
      <Typography component="h2" variant="h6" sx={{ fontSize: '1.1rem' }}>
        {translate(`whatIf.late.${asToday ? 'asToday' : late}`, {
          ...{ what, weeks, before: rounded(today.lateShare, 100).value },
          ...rounded(otherwise.lateShare, 100),
        })}{' '}
        {!asToday && late !== 'none' && translate('whatIf.late.difference', signed(change.lateShare, locale))}
      </Typography>
      <Typography sx={{ mt: 0.5 }}>
        {translate(`whatIf.backlog.${asToday ? 'asToday' : backlog}`, {
          ...{ weeks, before: rounded(today.backlog, 1).value, now: today.daily[0]!.mean },
          ...rounded(otherwise.backlog, 1),
        })}
      </Typography>
    </Alert>
  );
};

/** `With one more crew and without potholes,` */
function useChange({ crews, hours, without, rule }: Scenario): string {
  const translate = useTranslate();
  const locale = useLocale();
  const meta = useMeta();
  const list = (parts: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const names = list(
    without.map((code) => translate('whatIf.with.quoted', { name: nameOfCategory(meta, code, locale) })),
  );
  const parts = [
    crews !== 0 && translate(`whatIf.with.${crews > 0 ? 'more' : 'fewer'}`, { smart_count: Math.abs(crews) }),
    hours !== null && translate('whatIf.with.hours', { hours: number.format(hours) }),
    without.length > 0 && translate('whatIf.with.without', { names }),
    rule !== 'first-come' && translate(`whatIf.with.${rule}`),
  ].filter((part) => part !== false);
  const said = list(parts);
  return `${said.slice(0, 1).toLocaleUpperCase(locale)}${said.slice(1)},`;
}
