import { Box, Chip, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { Words } from '../../form/Words';
import { useNames } from '../../meta/useMeta';
import { sayDay, sayExactly, sayInstant } from '../../time/instant';
import { When } from '../../time/When';
import type { ReportKind } from '../../vocabulary';
import type { JoinedCase, TimelineEntry } from '../types';
import { isInternalNote, sentenceOf } from './sentence';

/** Where an entry stands in the log. */
type Place = (entry: TimelineEntry) => string;

/** What alarms stands out. */
const alarms = ['breach', 'management', 'forwarded', 'forward-unanswered', 'reopen-asked'];

/** A round is nothing for citizens as a whole. */
const isInside = (entry: TimelineEntry) => !entry.public && !entry.chain.startsWith('round:');

/** Says what citizens do not see. */
const Inside = ({ label }: { label: string }) => (
  <Chip size="small" variant="outlined" label={useTranslate()(label)} sx={{ height: 20 }} />
);

interface About {
  /** What the entries are about. */
  kind?: ReportKind;
  joined?: Pick<JoinedCase, 'id' | 'number'>[];
  place?: Place;
}

const Entry = ({ entry, kind = 'problem', joined = [], place }: About & { entry: TimelineEntry }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const sentence = sentenceOf(entry, {
    translate,
    names,
    kind,
    when: (at) => sayInstant(at, locale),
    day: (day) => sayDay(day, locale),
    caseNumber: (id) => joined.find((one) => one.id === id)?.number,
  });
  const { stars, photoId } = entry.data;
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {place ? `${place(entry)} · ${sayExactly(entry.at, locale)}` : <When at={entry.at} />} ·{' '}
        {entry.actor.name ?? translate(`words.actor.${entry.actor.kind}`)}
        {isInside(entry) && ' '}
        {isInside(entry) && <Inside label="casePage.internal" />}
      </Typography>
      <Typography sx={alarms.includes(entry.name) ? { color: 'error.main', fontWeight: 600 } : undefined}>
        {sentence}
        {typeof stars === 'number' && `: ${translate('casePage.stars', { value: stars })}`}
      </Typography>
      <Words words={entry.words} erased={entry.erased} />
      {entry.public && isInternalNote(entry) && <Inside label="casePage.internalNote" />}
      {typeof photoId === 'string' && (
        <Box
          component="img"
          src={`/photos/${photoId}?size=small`}
          alt=""
          loading="lazy"
          sx={{ display: 'block', maxHeight: 120, maxWidth: '100%', borderRadius: 1, mt: 0.5 }}
        />
      )}
    </>
  );
};

/** Newest first: who opens the page wants to know how things stand. With `place`, exact for the audit. */
export const Timeline = ({ entries, ...about }: About & { entries: TimelineEntry[] }) => (
  <Section title="casePage.sections.timeline">
    <PlainList ordered>
      {[...entries].reverse().map((entry) => (
        <li key={`${entry.chain}/${entry.seq}`}>
          <Entry entry={entry} {...about} />
        </li>
      ))}
    </PlainList>
  </Section>
);
