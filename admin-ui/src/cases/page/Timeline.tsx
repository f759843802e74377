import { Box, Chip, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { Words } from '../../form/Words';
import { useNames } from '../../meta/useMeta';
import { sayExactly, sayInstant } from '../../time/instant';
import { When } from '../../time/When';
import type { TimelineEntry } from '../types';
import { sentenceOf } from './sentence';

/** Where an entry stands in the log. */
type Place = (entry: TimelineEntry) => string;

/** What alarms stands out. */
const alarms = ['breach', 'management', 'forwarded', 'forward-unanswered', 'reopen-asked'];

const Entry = ({ entry, place }: { entry: TimelineEntry; place?: Place }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const sentence = sentenceOf(entry, { translate, names, when: (at) => sayInstant(at, locale) });
  const { stars, photoId } = entry.data;
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {place ? `${place(entry)} · ${sayExactly(entry.at, locale)}` : <When at={entry.at} />} ·{' '}
        {entry.actor.name ?? translate(`words.actor.${entry.actor.kind}`)}
        {!entry.public && (
          <Chip
            size="small"
            variant="outlined"
            label={translate('casePage.internal')}
            sx={{ ml: 1, height: 20 }}
          />
        )}
      </Typography>
      <Typography sx={alarms.includes(entry.name) ? { color: 'error.main', fontWeight: 600 } : undefined}>
        {sentence}
        {typeof stars === 'number' && `: ${translate('casePage.stars', { value: stars })}`}
      </Typography>
      <Words words={entry.words} erased={entry.erased} />
      {typeof photoId === 'string' && (
        <Box
          component="img"
          src={`/photos/${photoId}?size=small`}
          alt=""
          loading="lazy"
          sx={{ maxHeight: 120, borderRadius: 1, mt: 0.5 }}
        />
      )}
    </>
  );
};

/** Newest first: who opens the page wants to know how things stand. With `place`, exact for the audit. */
export const Timeline = ({ entries, place }: { entries: TimelineEntry[]; place?: Place }) => (
  <Section title="casePage.sections.timeline">
    <PlainList ordered>
      {[...entries].reverse().map((entry) => (
        <li key={`${entry.chain}/${entry.seq}`}>
          <Entry entry={entry} place={place} />
        </li>
      ))}
    </PlainList>
  </Section>
);
