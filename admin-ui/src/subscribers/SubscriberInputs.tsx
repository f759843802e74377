import { CheckboxGroupInput, regex, required, TextInput } from 'react-admin';
import { ActiveInput, NameInput } from '../settings/inputs';
import { events } from './events';

const choices = events.map((id) => ({ id, name: `subscriber.event.${id}` }));

export const SubscriberInputs = () => (
  <>
    <NameInput source="name" />
    <TextInput
      source="url"
      type="url"
      helperText="settings.webhookHelp"
      validate={[required(), regex(/^https?:\/\//, 'settings.webhookHelp')]}
    />
    <CheckboxGroupInput
      source="events"
      choices={choices}
      validate={required()}
      helperText="subscriber.help"
    />
    <ActiveInput />
  </>
);
