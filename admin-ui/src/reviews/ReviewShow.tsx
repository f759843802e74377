import { Alert, Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { ShowBase, Title, useRefresh, useShowContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Timeline } from '../cases/page/Timeline';
import { clockWords } from '../cases/wording';
import { Section } from '../form/Section';
import { Words } from '../form/Words';
import { useNames } from '../meta/useMeta';
import { When } from '../time/When';
import { CloseDialog } from './CloseDialog';
import { reviewColours } from './colours';
import { spanOf } from './days';
import { FindDialog } from './FindDialog';
import { SayDialog } from './SayDialog';
import type { ReviewDetail } from './types';

export const ReviewShow = () => (
  <ShowBase>
    <Content />
  </ShowBase>
);

/** What was missed, and where the time went. */
const What = ({ row }: { row: ReviewDetail }) => {
  const translate = useTranslate();
  const names = useNames();
  const wait = row.longestWait;
  const step = (name: string) => translate(`timeline.${name}`, { _: name });
  return (
    <Section title="reviews.what">
      <Typography>
        {translate(clockWords(row.clock, { kind: row.caseKind }))} · <When at={row.dueAt} /> ·{' '}
        {names.department(row.departmentId)} · {names.category(row.categoryId)}
      </Typography>
      {row.dueCause === 'policy-change' && <Alert severity="info">{translate('reviews.policyChange')}</Alert>}
      {wait && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {translate('reviews.longest', {
            span: translate(`reviews.${spanOf(wait.ms).unit}`, { smart_count: spanOf(wait.ms).count }),
            from: step(wait.from),
            to: wait.to === 'breach' ? translate('reviews.theDeadline') : step(wait.to),
          })}
        </Alert>
      )}
    </Section>
  );
};

/** Why, what is changed, who and by when; and how it ended. */
const Found = ({ row }: { row: ReviewDetail }) => {
  const translate = useTranslate();
  if (!row.foundAt) return null;
  return (
    <Section title="reviews.found">
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, mb: 1 }}>
        {row.causes.map((cause) => (
          <Chip key={cause} size="small" label={translate(`words.reviewCause.${cause}`)} />
        ))}
      </Stack>
      <Words words={row.note} />
      {row.followUpAt && (
        <Typography sx={{ mt: 1 }}>
          {translate('reviews.who', { name: row.ownerName ?? '–' })} · <When at={row.followUpAt} />
        </Typography>
      )}
      {row.outcome && (
        <Alert severity={row.outcome === 'improved' ? 'success' : 'info'} sx={{ mt: 1 }}>
          {translate(`reviews.ended.${row.outcome}`)} {row.training && translate('reviews.trained')}
          <Words words={row.outcomeNote} />
        </Alert>
      )}
    </Section>
  );
};

type Doing = 'find' | 'close' | 'say' | 'reopen';

/** What this person may do now, the next step first. */
function doingsOf({ status, mayDecide, maySay }: ReviewDetail): Doing[] {
  const say: Doing[] = maySay ? ['say'] : [];
  if (!mayDecide) return say;
  if (status === 'closed') return ['reopen', ...say];
  return status === 'open' ? ['find', ...say] : ['close', 'find', ...say];
}

const Content = () => {
  const { record: row } = useShowContext<ReviewDetail>();
  const translate = useTranslate();
  const refresh = useRefresh();
  const [doing, setDoing] = useState<Doing | null>(null);
  if (row?.timeline === undefined) return null;
  const dialog = { onDone: refresh, onClose: () => setDoing(null) };
  return (
    <Box sx={{ display: 'grid', gap: 2, py: 2, maxWidth: 900 }}>
      <Title title={translate('reviews.title', { number: row.caseNumber })} />
      <Typography color="textSecondary">{translate('reviews.intro')}</Typography>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Chip color={reviewColours[row.status]} label={translate(`words.reviewStatus.${row.status}`)} />
        {doingsOf(row).map((name, index) => (
          <Button key={name} variant={index === 0 ? 'contained' : 'outlined'} onClick={() => setDoing(name)}>
            {translate(`reviews.${name === 'find' && row.foundAt ? 'findAgain' : name}`)}
          </Button>
        ))}
        <Button component={Link} to={`/cases/${row.caseId}/show`}>
          {translate('casePage.open')} {row.caseNumber}
        </Button>
      </Stack>
      <What row={row} />
      <Found row={row} />
      <Timeline entries={row.timeline} kind={row.caseKind} />
      {doing === 'find' && <FindDialog rows={[row]} {...dialog} />}
      {doing === 'close' && <CloseDialog row={row} {...dialog} />}
      {(doing === 'say' || doing === 'reopen') && <SayDialog row={row} what={doing} {...dialog} />}
    </Box>
  );
};
