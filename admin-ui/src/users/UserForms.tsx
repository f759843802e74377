import { maxLength, required, SelectInput, TextInput } from 'react-admin';
import { wordChoices } from '../meta/choices';
import { DepartmentInput } from '../meta/inputs';
import { ActiveInput, EmailInput, NameInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';
import { locales, roles } from '../vocabulary';

const Inputs = () => (
  <>
    <NameInput source="name" />
    <EmailInput source="email" needed helperText="settings.userEmailHelp" />
    <SelectInput source="role" choices={wordChoices('role', roles)} validate={required()} />
    <DepartmentInput source="departmentId" emptyText="settings.wholeTown" helperText="settings.scopeHelp" />
    <SelectInput
      source="locale"
      choices={wordChoices('locale', locales)}
      defaultValue="it"
      validate={required()}
    />
    <TextInput source="phone" validate={maxLength(30)} />
    <ActiveInput />
  </>
);

export const UserCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

export const UserEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);
