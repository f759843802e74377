import { Alert, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, RecordContextProvider, useNotify, usePermissions, useTranslate } from 'react-admin';
import { draftOf } from '../../form/drafts';
import { KeepDraft } from '../../form/KeepDraft';
import { NoteInput } from '../../form/NoteInput';
import { Section } from '../../form/Section';
import { useSubmit } from '../../form/useSubmit';
import { addComment } from '../api';
import type { CaseDetail } from '../types';

/** Words among colleagues; citizens never see them. */
export const CommentForm = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { permissions = [] } = usePermissions<string[]>();
  const [turn, setTurn] = useState(0);
  const draft = `${row.id}/comment`;
  const [kept] = useState(() => draftOf(draft));
  const { submit, busy, error } = useSubmit(async ({ words }: { words?: string }) => {
    await addComment(row.id, words ?? '');
    notify('casePage.commented', { type: 'success' });
    client.invalidateQueries({ queryKey: ['cases'] });
    setTurn(turn + 1);
  });
  if (!permissions.includes('case.comment')) return null;
  return (
    <Section title="casePage.inform">
      <RecordContextProvider value={{}}>
        <Form
          key={turn}
          onSubmit={submit}
          defaultValues={turn === 0 && kept ? kept : { words: '' }}
          noValidate
        >
          <KeepDraft name={draft} />
          {error && <Alert severity="error">{error}</Alert>}
          <NoteInput source="words" label="casePage.comment" helperText="casePage.commentHelp" needed />
          <Button type="submit" variant="outlined" disabled={busy}>
            {translate('casePage.send')}
          </Button>
        </Form>
      </RecordContextProvider>
    </Section>
  );
};
