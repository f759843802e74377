import {
  BooleanInput,
  email,
  maxLength,
  NumberInput,
  regex,
  required,
  TextInput,
  type TextInputProps,
} from 'react-admin';

const keep = (value: string) => value ?? '';

export const NameInput = (props: TextInputProps) => (
  <TextInput validate={[required(), maxLength(200)]} {...props} />
);

/** Text that may be empty but never missing. */
export const LongTextInput = (props: TextInputProps) => (
  <TextInput multiline minRows={2} defaultValue="" parse={keep} validate={maxLength(2000)} {...props} />
);

export const CodeInput = (props: TextInputProps) => (
  <TextInput
    helperText="settings.codeHelp"
    validate={[required(), regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'settings.codeHelp')]}
    {...props}
  />
);

export const EmailInput = ({ needed = false, ...props }: TextInputProps & { needed?: boolean }) => (
  <TextInput type="email" validate={needed ? [required(), email()] : email()} {...props} />
);

export const PositionInput = () => (
  <NumberInput
    source="position"
    label="settings.position"
    helperText="settings.positionHelp"
    min={0}
    step={1}
    defaultValue={0}
    validate={required()}
  />
);

export const ActiveInput = () => (
  <BooleanInput source="active" label="app.active" helperText="settings.activeHelp" defaultValue={true} />
);
