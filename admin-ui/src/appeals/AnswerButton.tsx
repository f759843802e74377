import { Box, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { FormDialog } from '../form/FormDialog';
import { NoteInput } from '../form/NoteInput';
import { YesNoInput } from '../form/YesNoInput';
import { post } from '../http/request';
import type { AppealRow } from './types';

/** Is the citizen right? The words go to them by mail. */
export const AnswerButton = ({ row }: { row: AppealRow }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const answer = async (values: { upheld?: boolean; note?: string }) => {
    await post(`/appeals/${row.id}/answer`, values);
    notify('appealInbox.done', { type: 'success' });
    client.invalidateQueries({ queryKey: ['appeals'] });
  };
  return (
    <Box sx={{ alignSelf: 'center' }}>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('appealInbox.answer')}
      </Button>
      {open && (
        <FormDialog
          title={translate('appealInbox.answer')}
          intro={translate('appealInbox.intro')}
          draft={`appeal:${row.id}`}
          onSubmit={answer}
          onClose={() => setOpen(false)}
        >
          <YesNoInput
            source="upheld"
            label="appealInbox.right"
            yes="appealInbox.upheld"
            no="appealInbox.explained"
          />
          <NoteInput needed label="appealInbox.note" helperText="appealInbox.noteHelp" />
        </FormDialog>
      )}
    </Box>
  );
};
