import { regex, required, TextArrayInput, TextInput } from 'react-admin';
import { NameInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';
import { OpeningInput } from './OpeningInput';

const Inputs = () => (
  <>
    <NameInput source="name" />
    <TextInput
      source="rules.timezone"
      label="settings.timezone"
      defaultValue="Europe/Rome"
      validate={required()}
    />
    <OpeningInput source="rules.opening" />
    <TextInput
      source="rules.holidays"
      label="settings.holidays"
      helperText="settings.holidaysHelp"
      defaultValue="IT"
      validate={regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})*$/, 'settings.holidaysHelp')}
    />
    <TextArrayInput
      source="rules.extraHolidays"
      label="settings.extraHolidays"
      helperText="settings.extraHolidaysHelp"
      defaultValue={[]}
    />
  </>
);

export const CalendarCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

export const CalendarEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);
