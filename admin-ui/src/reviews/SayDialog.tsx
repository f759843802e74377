import { useTranslate } from 'react-admin';
import { FormDialog } from '../form/FormDialog';
import { NoteInput } from '../form/NoteInput';
import { useOnce } from '../form/useOnce';
import { post } from '../http/request';
import type { ReviewRow } from './types';

interface Props {
  row: ReviewRow;
  /** To add how one saw it, or to take a closed review up again. */
  what: 'say' | 'reopen';
  onDone: () => void;
  onClose: () => void;
}

/** Words about a review. */
export const SayDialog = ({ row, what, onDone, onClose }: Props) => {
  const translate = useTranslate();
  const once = useOnce();
  const send = async ({ note }: { note: string }) => {
    if (what === 'reopen') await post(`/reviews/${row.id}/reopen`, { version: row.version, note });
    else await once((viewId) => post(`/reviews/${row.id}/views`, { viewId, note }));
    onDone();
  };
  return (
    <FormDialog<{ note: string }>
      title={translate(`reviews.${what}`)}
      intro={translate(`reviews.${what}Intro`)}
      submitLabel={translate(`reviews.${what}Now`)}
      onSubmit={send}
      onClose={onClose}
    >
      <NoteInput label="reviews.fields.words" helperText={false} needed />
    </FormDialog>
  );
};
