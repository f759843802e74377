import { TextInput, type TextInputProps } from 'react-admin';

/** A number as people write it: a browser's own number field drops the comma and makes 15 of 1,5. */
export const DecimalInput = (props: TextInputProps) => (
  <TextInput helperText={false} slotProps={{ htmlInput: { inputMode: 'decimal' } }} {...props} />
);
