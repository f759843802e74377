import { Alert, Box, Typography } from '@mui/material';
import { useRef } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { FormDialog } from '../../form/FormDialog';
import { NoteInput } from '../../form/NoteInput';
import { uuid } from '../../http/uuid';
import { sayDistance } from '../../map/distance';
import { useCommands } from '../commands/useCommands';
import type { CaseDetail, SuggestedCase } from '../types';
import { directionOf } from './direction';
import { Side } from './Side';

interface Props {
  row: CaseDetail;
  other: SuggestedCase;
  onClose: () => void;
}

/** Two cases side by side, and the way to make them one. */
export const CompareDialog = ({ row, other, onClose }: Props) => {
  const translate = useTranslate();
  const locale = useLocale();
  const { from, into } = directionOf(row, other);
  const { send } = useCommands({ ...row, id: from.id });
  const commandId = useRef(uuid());
  const first = row.reports[0];
  const merge = ({ note }: { note: string }) =>
    send({ name: 'merge', commandId: commandId.current, intoCaseId: into.id, note });
  return (
    <FormDialog
      title={translate('casePage.same.join')}
      wide
      draft={`${row.id}/same/${other.id}`}
      onSubmit={merge}
      onClose={onClose}
    >
      <Typography gutterBottom>
        {sayDistance(other.metres, locale)} ·{' '}
        {translate('casePage.same.likely', { score: `${Math.round(other.score * 100)} %` })}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, mb: 2 }}>
        <Side
          title={translate('casePage.same.thisCase')}
          of={{
            ...row,
            words: first?.words ?? null,
            photos: row.photos.filter(({ purpose }) => purpose === 'report').map(({ id }) => id),
          }}
        />
        <Side title={translate('casePage.same.otherCase')} of={{ ...other, kind: row.kind }} />
      </Box>
      <Alert severity="info" sx={{ mb: 1 }}>
        {translate('casePage.same.into', { from: from.number, into: into.number })}
      </Alert>
      <NoteInput needed />
    </FormDialog>
  );
};
