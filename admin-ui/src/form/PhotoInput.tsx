import CameraIcon from '@mui/icons-material/PhotoCamera';
import { Alert, Box, CircularProgress } from '@mui/material';
import { useState } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { FileButton } from './FileButton';
import { useHeldForm } from './useHeldForm';

interface Props {
  source: string;
  label: string;
  /** Stores the picture and answers its id. */
  upload: (file: File) => Promise<string>;
}

/** Takes or chooses a picture; it is uploaded at once and the form, which waits for it, keeps its id. */
export const PhotoInput = ({ source, label, upload }: Props) => {
  const translate = useTranslate();
  const { field } = useInput({ source });
  const [busy, setBusy] = useState(false);
  const { inside, waits, callOff } = useHeldForm<HTMLDivElement>(busy);
  const [error, setError] = useState<string | null>(null);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setError(null);
    try {
      field.onChange(await upload(file));
    } catch (problem) {
      callOff();
      const { message } = problem as Error;
      setError(translate(message, { _: message }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box ref={inside} sx={{ my: 1 }}>
      <FileButton
        name={translate(label)}
        startIcon={busy ? <CircularProgress size={18} /> : <CameraIcon />}
        disabled={busy}
        onFiles={([file]) => choose(file)}
      >
        {translate(field.value ? 'command.fields.photoAdded' : 'command.fields.addPhoto')}
      </FileButton>
      {field.value && (
        <Box
          component="img"
          src={`/photos/${field.value}?size=small`}
          alt={translate(label)}
          sx={{ display: 'block', mt: 1, maxHeight: 160, borderRadius: 1 }}
        />
      )}
      {waits && <Alert severity="info">{translate('command.fields.photoAwaited')}</Alert>}
      {error && <Alert severity="error">{error}</Alert>}
    </Box>
  );
};
