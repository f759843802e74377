import { Box, Typography } from '@mui/material';
import { useGetMany, useLocale, useTranslate } from 'react-admin';
import type { TimelineEntry } from '../cases/types';
import { Words } from '../form/Words';
import { useNames } from '../meta/useMeta';
import { sayExactly } from '../time/instant';
import { exactSpan } from '../time/span';
import { type HistoryEvent, type Step, stepsOf } from './history';

interface Actor {
  kind: string;
  id: string | null;
}
const actorOf = ({ data }: Step) => data.actor as Actor | undefined;

/** The names of the staff who gave commands; who was refused stands in no log. */
function useActorNames(steps: Step[]) {
  const translate = useTranslate();
  const actors = steps.map(actorOf).filter((actor) => actor?.kind === 'user' && actor.id);
  const ids = [...new Set(actors.map((actor) => actor?.id as string))];
  const { data = [] } = useGetMany('users', { ids }, { enabled: ids.length > 0 });
  return (actor: Actor | undefined): string =>
    data.find((user) => user?.id === actor?.id)?.name ?? translate(`words.actor.${actor?.kind ?? 'user'}`);
}

/** Which words a command's reason has. */
const reasonsOf: Record<string, string> = {
  pause: 'pauseReason',
  unassign: 'unassignReason',
  'not-possible': 'unassignReason',
};

/** A step as a sentence in the person's language. */
function useSentence(steps: Step[]) {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const nameOf = useActorNames(steps);
  return (step: Step): string => {
    const { key, data } = step;
    const reasons = reasonsOf[String(data.command)] ?? 'rejectReason';
    const sentence = translate(key, {
      _: key.split('.').pop(),
      who: nameOf(actorOf(step)),
      command: translate(`commands.${data.command}.label`, {
        _: translate(`rounds.commands.${data.command}`, { _: String(data.command) }),
      }),
      status: translate(`words.status.${data.status}`, { _: String(data.status) }),
      what: translate(`history.activity.${data.activity}`, { _: String(data.activity) }),
      time: exactSpan(Math.ceil(Number(data.seconds ?? 0) / 60), locale),
    });
    const more = [
      data.agencyId && names.agency(data.agencyId),
      data.reason && translate(`words.${reasons}.${data.reason}`, { _: String(data.reason) }),
    ].filter(Boolean);
    return [sentence, ...more].join(' · ');
  };
}

/** What happened, step by step; the words that a command names come from the log. */
export const Steps = ({ events, entries }: { events: HistoryEvent[]; entries: TimelineEntry[] }) => {
  const locale = useLocale();
  const steps = stepsOf(events);
  const sentence = useSentence(steps);
  const noteOf = ({ data }: Step) => entries.find(({ noteId }) => noteId && noteId === data.noteId);
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {steps.map((step) => (
        <Box component="li" key={step.id} sx={{ display: 'flex', columnGap: 2, py: 0.5, flexWrap: 'wrap' }}>
          <Typography variant="body2" color="textSecondary" sx={{ minWidth: 190 }}>
            {step.id} · {sayExactly(step.at, locale)}
          </Typography>
          <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
            <Typography variant="body2">{sentence(step)}</Typography>
            <Words words={noteOf(step)?.words} erased={noteOf(step)?.erased} />
          </Box>
        </Box>
      ))}
    </Box>
  );
};
