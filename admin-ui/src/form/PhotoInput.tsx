import CameraIcon from '@mui/icons-material/PhotoCamera';
import { Alert, Box, CircularProgress } from '@mui/material';
import { useState } from 'react';
import { type HttpError, useInput, useTranslate } from 'react-admin';
import { FileButton } from './FileButton';
import { refusalOf } from './refusal';
import { useHold } from './useHold';

interface Props {
  source: string;
  label: string;
  /** Stores the picture and answers its id. */
  upload: (file: File) => Promise<string>;
}

/** Takes or chooses a picture; it is uploaded at once, the form waits for it and keeps its id. */
export const PhotoInput = ({ source, label, upload }: Props) => {
  const translate = useTranslate();
  const { field } = useInput({ source });
  const hold = useHold();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setError(null);
    try {
      field.onChange(await hold(upload(file)));
    } catch (problem) {
      setError(refusalOf(problem as HttpError, translate));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box sx={{ my: 1 }}>
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
          sx={{ display: 'block', mt: 1, maxHeight: 160, maxWidth: '100%', borderRadius: 1 }}
        />
      )}
      {error && <Alert severity="error">{error}</Alert>}
    </Box>
  );
};
