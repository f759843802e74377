import { maxLength, required, TextInput, type TextInputProps } from 'react-admin';

interface Props extends Partial<Pick<TextInputProps, 'source' | 'label' | 'helperText'>> {
  needed?: boolean;
}

/** Free text of staff for staff; the API takes at most 4,000 characters. */
export const NoteInput = ({ needed = false, ...props }: Props) => (
  <TextInput
    source="note"
    label="command.fields.note"
    helperText="command.fields.noteHelp"
    multiline
    minRows={3}
    validate={needed ? [required(), maxLength(4000)] : maxLength(4000)}
    {...props}
  />
);
