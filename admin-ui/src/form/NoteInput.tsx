import { maxLength, required, TextInput } from 'react-admin';

/** Free text; the API takes at most 4,000 characters. */
export const NoteInput = ({
  source = 'note',
  label,
  needed = false,
}: {
  source?: string;
  label?: string;
  needed?: boolean;
}) => (
  <TextInput
    source={source}
    label={label ?? (needed ? 'command.fields.noteRequired' : 'command.fields.note')}
    multiline
    minRows={3}
    validate={needed ? [required(), maxLength(4000)] : maxLength(4000)}
  />
);
