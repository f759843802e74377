import { Alert, Box, Button, Chip, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Form, RecordContextProvider, useNotify, usePermissions, useTranslate } from 'react-admin';
import { FilesInput } from '../../form/FilesInput';
import { NoteInput } from '../../form/NoteInput';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { useSubmit } from '../../form/useSubmit';
import { currentSession } from '../../http/session';
import { ReadyAnswerPicker } from '../../ready-answers/ReadyAnswerPicker';
import { When } from '../../time/When';
import { type PartyKind, partyKinds } from '../../vocabulary';
import { answerQuestion, attachmentUrl, markRead, readThreads, sendMessage } from '../api';
import { PartyInputs } from '../commands/PartyInputs';
import type { CaseDetail, CaseThread, ThreadLine } from '../types';

/** What is said inside the case: with other departments, suppliers, agencies, and whoever reported it. */
export const CaseThreads = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const { permissions = [] } = usePermissions<string[]>();
  const { data } = useQuery({
    queryKey: ['cases', 'threads', row.id, row.timeline.length],
    queryFn: () => readThreads(row.id),
  });
  // What is on the screen is read; the mark stays until the page is opened anew.
  useEffect(() => {
    for (const { id, unread } of data ?? []) if (unread > 0) markRead(row.id, id).catch(() => {});
  }, [data, row.id]);
  const threads = data ?? [];
  const mayWrite = permissions.includes('case.comment');
  if (threads.length === 0 && !mayWrite) return null;
  return (
    <Section title="casePage.threads.title">
      <PlainList>
        {threads.map((thread) => (
          <li key={thread.id}>
            <Typography sx={{ fontWeight: 600 }}>
              {translate(`casePage.threads.with.${thread.kind}`, { party: thread.party })}{' '}
              {thread.unread > 0 && (
                <Chip
                  size="small"
                  color="info"
                  label={translate('casePage.threads.new', { count: thread.unread })}
                />
              )}
            </Typography>
            {thread.messages.map((line) => (
              <Line key={line.id} line={line} row={row} thread={thread} />
            ))}
          </li>
        ))}
      </PlainList>
      {mayWrite && <MessageForm row={row} last={threads.find(isOwn) ?? threads[0]} />}
    </Section>
  );
};

/** The thread in which a department that was asked talks to the one that has the case. */
const isOwn = ({ kind, partyId }: CaseThread) =>
  kind === 'department' && partyId === currentSession()?.user.departmentId;

/** New words to somebody; at first to whoever was talked to last. */
const MessageForm = ({ row, last }: { row: CaseDetail; last: CaseThread | undefined }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { submit, busy, error } = useSubmit(async ({ kind, partyId, words, files }: MessageValues) => {
    await sendMessage(row.id, { kind, id: partyId }, words, files);
    notify('casePage.threads.messageSent', { type: 'success' });
    client.invalidateQueries({ queryKey: ['cases'] });
    setOpen(false);
  });
  if (!open)
    return (
      <Button variant="outlined" sx={{ mt: 1.5 }} onClick={() => setOpen(true)}>
        {translate('casePage.threads.write')}
      </Button>
    );
  const begin = { kind: last?.kind ?? 'department', partyId: last?.partyId ?? null, words: '' };
  return (
    <RecordContextProvider value={{}}>
      <Form onSubmit={(values: unknown) => submit(values as MessageValues)} defaultValues={begin} noValidate>
        {error && <Alert severity="error">{error}</Alert>}
        <PartyInputs row={row} kinds={partyKinds} />
        <ReadyAnswerPicker row={row} source="words" />
        <NoteInput
          source="words"
          label="casePage.threads.message"
          helperText="command.fields.questionHelp"
          needed
        />
        <Attachments />
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="outlined" disabled={busy}>
            {translate('casePage.threads.sendMessage')}
          </Button>
          <Button onClick={() => setOpen(false)}>{translate('ra.action.cancel')}</Button>
        </Box>
      </Form>
    </RecordContextProvider>
  );
};

/** Pictures or PDFs that go with the words. */
const Attachments = () => (
  <FilesInput
    source="files"
    name="casePage.threads.files"
    label="casePage.threads.attach"
    accept="image/jpeg,image/png,image/webp,application/pdf"
    size="small"
  />
);

interface MessageValues {
  kind: PartyKind;
  partyId: string;
  words: string;
  files?: File[] | null;
}

const Line = ({ line, row, thread }: { line: ThreadLine; row: CaseDetail; thread: CaseThread }) => {
  const translate = useTranslate();
  const { question } = line;
  return (
    <Box sx={{ mt: 1, pl: 1.5, borderLeft: 3, borderColor: line.answers ? 'success.light' : 'divider' }}>
      <Typography variant="body2" color="textSecondary">
        {line.authorName ?? translate('casePage.threads.citizen')} · <When at={line.at} />
      </Typography>
      <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {line.words ?? translate('casePage.threads.erased')}
      </Typography>
      {line.attachments.map(({ id, name, bytes }) => (
        <Typography key={id} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          <a href={attachmentUrl(row.id, id)} download={name}>
            {name}
          </a>{' '}
          ({sizeOf(bytes)})
        </Typography>
      ))}
      {question && (
        <Typography variant="body2" component="div" color="textSecondary">
          <Chip
            size="small"
            color={question.status === 'open' ? 'warning' : 'default'}
            variant="outlined"
            label={translate(`words.questionStatus.${question.status}`)}
          />{' '}
          {translate('casePage.threads.due')} <When at={question.dueAt} />
        </Typography>
      )}
      {question?.status === 'open' && mayAnswer(thread, row) && <AnswerForm row={row} id={question.id} />}
    </Box>
  );
};

/** In kilobytes, or in megabytes with one decimal. */
const sizeOf = (bytes: number) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** Whoever was asked; for those without an account the department writes down what they said. */
function mayAnswer({ kind, partyId }: CaseThread, { departmentId }: CaseDetail): boolean {
  const own = currentSession()?.user.departmentId ?? null;
  return own === null || own === (kind === 'department' ? partyId : departmentId);
}

const AnswerForm = ({ row, id }: { row: CaseDetail; id: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { submit, busy, error } = useSubmit(
    async ({ words, files }: { words?: string; files?: File[] | null }) => {
      await answerQuestion(row.id, id, words ?? '', files);
      notify('casePage.threads.sent', { type: 'success' });
      client.invalidateQueries({ queryKey: ['cases'] });
    },
  );
  return (
    <RecordContextProvider value={{}}>
      <Form onSubmit={submit} defaultValues={{ words: '' }} noValidate>
        {error && <Alert severity="error">{error}</Alert>}
        <NoteInput
          source="words"
          label="casePage.threads.answer"
          helperText="casePage.threads.answerHelp"
          needed
        />
        <Attachments />
        <Button type="submit" variant="outlined" disabled={busy}>
          {translate('casePage.threads.send')}
        </Button>
      </Form>
    </RecordContextProvider>
  );
};
