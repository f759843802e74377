import { Box, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, usePermissions, useTranslate } from 'react-admin';
import { FormDialog } from '../form/FormDialog';
import { NoteInput } from '../form/NoteInput';
import { post } from '../http/request';
import type { EscalationRow } from './types';

/** "I have taken notice", with words when there is something to say. */
export const AcknowledgeButton = ({ row }: { row: EscalationRow }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { permissions = [] } = usePermissions<string[]>();
  const [open, setOpen] = useState(false);
  if (!permissions.includes(`acknowledge.${row.stage}`)) return null;
  const acknowledge = async ({ note }: { note?: string | null }) => {
    await post(`/escalations/${row.id}/acknowledge`, note ? { note } : {});
    notify('escalationInbox.done', { type: 'success' });
    client.invalidateQueries({ queryKey: ['escalations'] });
  };
  return (
    <Box sx={{ alignSelf: 'center' }}>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('escalationInbox.acknowledge')}
      </Button>
      {open && (
        <FormDialog
          title={translate('escalationInbox.acknowledge')}
          intro={`${row.caseNumber} · ${translate(`words.stage.${row.stage}`)}`}
          onSubmit={acknowledge}
          onClose={() => setOpen(false)}
        >
          <NoteInput />
        </FormDialog>
      )}
    </Box>
  );
};
