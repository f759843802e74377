import { Box, FormHelperText } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import { FileButton } from './FileButton';

const MOST = 3;

/** Pictures or PDFs that go with words, three at most; a refusal of one of them stands here. */
export const FilesInput = ({ source = 'files' }: { source?: string }) => {
  const translate = useTranslate();
  const { field, fieldState } = useInput<File[]>({ source, defaultValue: [] });
  const files = (field.value as File[] | null) ?? [];
  return (
    <Box sx={{ mb: 1 }}>
      <FileButton
        name={translate('casePage.threads.files')}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        size="small"
        multiple
        onFiles={(chosen) => field.onChange(chosen.slice(0, MOST))}
      >
        {translate('casePage.threads.attach')}
      </FileButton>
      <FormHelperText sx={{ overflowWrap: 'anywhere' }}>
        {files.map(({ name }) => name).join(', ')}
      </FormHelperText>
      <FormHelperText error role="alert">
        {fieldState.error?.message}
      </FormHelperText>
    </Box>
  );
};
