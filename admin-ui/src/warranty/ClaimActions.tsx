import { Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, usePermissions, useTranslate } from 'react-admin';
import { FormDialog } from '../form/FormDialog';
import { NoteInput } from '../form/NoteInput';
import { post } from '../http/request';
import type { Claim } from './types';
import { whyNotSendable } from './whyNot';

const acts = ['send', 'withdraw'] as const;
type Act = (typeof acts)[number];

/** Send it to the supplier, or give it up; for whoever decides, while it is not settled. */
export const ClaimActions = ({ claim }: { claim: Claim }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { permissions = [] } = usePermissions<string[]>();
  const [act, setAct] = useState<Act | null>(null);
  const whyNot = whyNotSendable(claim);
  const open = claim.state === 'proposed' || claim.state === 'sent';
  if (!open || !permissions.includes('warranty.decide')) return null;
  const carryOut = async ({ note }: { note?: string | null }) => {
    await post(`/warranty-claims/${claim.id}/${act}`, note ? { note } : {});
    notify(`warranty.done.${act}`, { type: 'success' });
    for (const key of ['warranty-claims', 'cases']) client.invalidateQueries({ queryKey: [key] });
  };
  return (
    <Box sx={{ mt: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {claim.sendable && (
          <Button variant="contained" onClick={() => setAct('send')}>
            {translate('warranty.send')}
          </Button>
        )}
        <Button variant="outlined" onClick={() => setAct('withdraw')}>
          {translate('warranty.withdraw')}
        </Button>
      </Box>
      {whyNot && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          {translate(whyNot)}
        </Typography>
      )}
      {act && (
        <FormDialog
          title={translate(`warranty.${act}`)}
          intro={translate(`warranty.about.${act}`, { supplier: claim.supplier })}
          onSubmit={carryOut}
          onClose={() => setAct(null)}
        >
          <NoteInput
            needed={act === 'withdraw'}
            label={`warranty.note.${act}`}
            helperText={act === 'send' ? 'warranty.noteHelp' : 'command.fields.noteHelp'}
          />
        </FormDialog>
      )}
    </Box>
  );
};
