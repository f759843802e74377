import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, FormHelperText } from '@mui/material';
import { required, useInput, useTranslate, ValidationError } from 'react-admin';
import { FileButton } from '../form/FileButton';

/** The file, by its name; what the server finds wrong in it stands below. */
export const LayerInput = () => {
  const translate = useTranslate();
  const { field, fieldState } = useInput({ source: 'layer', validate: required(), defaultValue: null });
  return (
    <Box sx={{ my: 2 }}>
      <FileButton
        name={translate('settings.layer.file')}
        accept=".geojson,.json,application/geo+json,application/json"
        startIcon={<UploadIcon />}
        onFiles={([file]) => field.onChange(file ?? null)}
      >
        {field.value ? field.value.name : translate('settings.layer.file')}
      </FileButton>
      {fieldState.error?.message && (
        <FormHelperText error>
          <ValidationError error={fieldState.error.message} />
        </FormHelperText>
      )}
    </Box>
  );
};
