import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  type Theme,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { type ReactNode, useRef, useState } from 'react';
import { Form, RecordContextProvider, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { draftOf } from './drafts';
import { KeepDraft } from './KeepDraft';
import { HoldContext } from './useHold';
import { useReturnFocus } from './useReturnFocus';
import { useSubmit } from './useSubmit';

interface Props<T> {
  title: string;
  intro?: string;
  submitLabel?: string;
  /** For two things beside each other. */
  wide?: boolean;
  defaultValues?: Partial<T>;
  /** Under this name what was typed outlives the end of the session. */
  draft?: string;
  /** The dialog closes when it has come through. */
  onSubmit: (values: T) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}

/**
 * A small form over the page, the whole screen on a phone. A refusal stays in it with what was typed, and
 * only a button closes it once something was: a click beside it or Escape is soon made by mistake.
 */
export function FormDialog<T extends object>({
  title,
  intro,
  submitLabel,
  wide = false,
  defaultValues,
  draft,
  onSubmit,
  onClose,
  children,
}: Props<T>) {
  const translate = useTranslate();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const typed = useRef(false);
  // Unchanged while it is open, whatever comes to the page meanwhile: else what is typed would be lost.
  const [start] = useState({ ...defaultValues, ...(draft && draftOf(draft)) });
  const [uploads, setUploads] = useState(0);
  useReturnFocus();
  const { submit, busy, error } = useSubmit(async (values: T) => {
    await onSubmit(values);
    onClose();
  });
  return (
    <Dialog
      open
      onClose={() => !busy && !typed.current && onClose()}
      fullWidth
      maxWidth={wide ? 'md' : 'sm'}
      fullScreen={narrow && Boolean(children)}
    >
      {/* A form of its own: without this it would start from the record of the page. */}
      <RecordContextProvider value={{}}>
        <Form
          onSubmit={(values: FieldValues) => submit(values as T)}
          defaultValues={start as FieldValues}
          noValidate
        >
          <KeepDraft name={draft} typed={typed} />
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {intro && <Typography sx={{ mb: 1 }}>{intro}</Typography>}
            <HoldContext.Provider value={setUploads}>{children}</HoldContext.Provider>
            {error && (
              <Alert severity="error" sx={{ mt: 1 }}>
                {error}
              </Alert>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose} disabled={busy}>
              {translate('ra.action.cancel')}
            </Button>
            <Button type="submit" variant="contained" disabled={busy || uploads > 0}>
              {uploads > 0 ? translate('command.uploading') : (submitLabel ?? title)}
            </Button>
          </DialogActions>
        </Form>
      </RecordContextProvider>
    </Dialog>
  );
}
