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
import type { ReactNode } from 'react';
import { Form, RecordContextProvider, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { useSubmit } from './useSubmit';

interface Props<T> {
  title: string;
  intro?: string;
  submitLabel?: string;
  defaultValues?: Partial<T>;
  /** The dialog closes when it has come through. */
  onSubmit: (values: T) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}

/** A small form over the page, the whole screen on a phone; a refusal stays in it with what was typed. */
export function FormDialog<T extends object>({
  title,
  intro,
  submitLabel,
  defaultValues,
  onSubmit,
  onClose,
  children,
}: Props<T>) {
  const translate = useTranslate();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const { submit, busy, error } = useSubmit(async (values: T) => {
    await onSubmit(values);
    onClose();
  });
  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      fullWidth
      maxWidth="sm"
      fullScreen={narrow && Boolean(children)}
    >
      {/* A form of its own: without this it would start from the record of the page. */}
      <RecordContextProvider value={{}}>
        <Form
          onSubmit={(values: FieldValues) => submit(values as T)}
          defaultValues={defaultValues as FieldValues}
          noValidate
        >
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {intro && <Typography sx={{ mb: 1 }}>{intro}</Typography>}
            {error && (
              <Alert severity="error" sx={{ mb: 1 }}>
                {error}
              </Alert>
            )}
            {children}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose} disabled={busy}>
              {translate('ra.action.cancel')}
            </Button>
            <Button type="submit" variant="contained" disabled={busy}>
              {submitLabel ?? title}
            </Button>
          </DialogActions>
        </Form>
      </RecordContextProvider>
    </Dialog>
  );
}
