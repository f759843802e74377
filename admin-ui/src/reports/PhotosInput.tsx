import { Box, FormHelperText } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import { FileButton } from '../form/FileButton';

/** Pictures that came with a letter or over the counter, three at most. */
export const PhotosInput = () => {
  const translate = useTranslate();
  const { field, fieldState } = useInput<File[]>({ source: 'photos', defaultValue: [] });
  const files = (field.value as File[] | null) ?? [];
  return (
    <Box sx={{ my: 1 }}>
      <FileButton
        name={translate('words.photoPurpose.report')}
        multiple
        onFiles={(chosen) => field.onChange(chosen.slice(0, 3))}
      >
        {translate('reportEntry.photos')}
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
