import { Box, type ButtonProps, FormHelperText } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import { FileButton } from './FileButton';

const MOST = 3;

interface Props extends Pick<ButtonProps, 'size'> {
  source: string;
  /** Keys of the translations: what the files are, and what the button says. */
  name: string;
  label: string;
  /** Pictures, unless it says otherwise. */
  accept?: string;
}

/** Files that go with words, three at most; a refusal of one of them stands here. */
export const FilesInput = ({ source, name, label, ...button }: Props) => {
  const translate = useTranslate();
  const { field, fieldState } = useInput<File[]>({ source, defaultValue: [] });
  const files = (field.value as File[] | null) ?? [];
  return (
    <Box sx={{ my: 1 }}>
      <FileButton
        {...button}
        name={translate(name)}
        multiple
        onFiles={(chosen) => field.onChange(chosen.slice(0, MOST))}
      >
        {translate(label)}
      </FileButton>
      <FormHelperText sx={{ overflowWrap: 'anywhere' }}>
        {files.map((file) => file.name).join(', ')}
      </FormHelperText>
      <FormHelperText error role="alert">
        {fieldState.error?.message}
      </FormHelperText>
    </Box>
  );
};
