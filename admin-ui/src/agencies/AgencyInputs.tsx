import { NumberInput, regex, required, TextInput } from 'react-admin';
import { ActiveInput, EmailInput, NameInput } from '../settings/inputs';

export const AgencyInputs = () => (
  <>
    <NameInput source="name" />
    <TextInput
      source="webhookUrl"
      type="url"
      helperText="settings.webhookHelp"
      validate={[required(), regex(/^https?:\/\//, 'settings.webhookHelp')]}
    />
    <EmailInput source="email" helperText="settings.agencyEmailHelp" />
    <NumberInput
      source="ackMinutes"
      min={1}
      max={1440}
      step={1}
      defaultValue={5}
      validate={required()}
      helperText="settings.ackHelp"
    />
    <ActiveInput />
  </>
);
