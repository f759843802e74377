import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { sayExactly } from '../time/instant';
import { exactSpan } from '../time/span';
import { type HistoryEvent, type Step, stepsOf } from './history';

/** A step as a sentence in the person's language. */
function useSentence() {
  const translate = useTranslate();
  const locale = useLocale();
  return ({ key, data }: Step): string =>
    translate(key, {
      _: key.split('.').pop(),
      command: translate(`commands.${data.command}.label`, { _: String(data.command) }),
      status: translate(`words.status.${data.status}`, { _: String(data.status) }),
      what: translate(`history.activity.${data.activity}`, { _: String(data.activity) }),
      time: exactSpan(Math.ceil(Number(data.seconds ?? 0) / 60), locale),
    });
}

export const Steps = ({ events }: { events: HistoryEvent[] }) => {
  const locale = useLocale();
  const sentence = useSentence();
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {stepsOf(events).map((step) => (
        <Box component="li" key={step.id} sx={{ display: 'flex', gap: 2, py: 0.5, flexWrap: 'wrap' }}>
          <Typography variant="body2" color="textSecondary" sx={{ minWidth: 190 }}>
            {step.id} · {sayExactly(step.at, locale)}
          </Typography>
          <Typography variant="body2">{sentence(step)}</Typography>
        </Box>
      ))}
    </Box>
  );
};
