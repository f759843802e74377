import { Alert, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, usePermissions, useTranslate } from 'react-admin';
import { confirmBurst } from '../cases/api';
import type { CaseDetail } from '../cases/types';
import { FormDialog } from '../form/FormDialog';
import { NoteInput } from '../form/NoteInput';

/** Many new people at once: they move no band until somebody who knows says that they are real. */
export const BurstNotice = ({ row, held }: { row: CaseDetail; held: number }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { permissions = [] } = usePermissions<string[]>();
  const [open, setOpen] = useState(false);
  if (!row.burstAt || row.closedAt) return null;
  const confirm = async ({ note }: { note?: string | null }) => {
    await confirmBurst(row.id, note);
    notify('priority.burst.done', { type: 'success' });
    client.invalidateQueries({ queryKey: ['cases'] });
  };
  return (
    <Alert severity="warning" sx={{ mt: 1.5 }}>
      {translate('priority.burst.notice', { smart_count: held })}
      {permissions.includes('burst.confirm') && (
        <Button
          color="inherit"
          size="small"
          variant="outlined"
          onClick={() => setOpen(true)}
          sx={{ display: 'block', mt: 1 }}
        >
          {translate('priority.burst.confirm')}
        </Button>
      )}
      {open && (
        <FormDialog
          title={translate('priority.burst.confirm')}
          intro={translate('priority.burst.intro')}
          onSubmit={confirm}
          onClose={() => setOpen(false)}
        >
          <NoteInput />
        </FormDialog>
      )}
    </Alert>
  );
};
