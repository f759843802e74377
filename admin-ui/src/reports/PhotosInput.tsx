import { Box, Button, FormHelperText } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';

/** Pictures that came with a letter or over the counter, three at most. */
export const PhotosInput = () => {
  const translate = useTranslate();
  const { field, fieldState } = useInput<File[]>({ source: 'photos', defaultValue: [] });
  const files = (field.value as File[] | null) ?? [];
  return (
    <Box sx={{ my: 1 }}>
      <Button component="label" variant="outlined">
        {translate('reportEntry.photos')}
        <input
          type="file"
          multiple
          accept="image/jpeg,image/png,image/webp"
          onChange={(event) => field.onChange([...(event.target.files ?? [])].slice(0, 3))}
          style={{ position: 'absolute', opacity: 0, width: 1, height: 1 }}
        />
      </Button>
      <FormHelperText error={fieldState.invalid}>
        {fieldState.error?.message ?? files.map(({ name }) => name).join(', ')}
      </FormHelperText>
    </Box>
  );
};
