import {
  AutocompleteArrayInput,
  ReferenceArrayInput,
  ReferenceInput,
  required,
  SelectInput,
} from 'react-admin';
import { ActiveInput, CodeInput, LongTextInput, NameInput, PositionInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';

const Inputs = () => (
  <>
    <CodeInput source="code" />
    <NameInput source="nameIt" />
    <NameInput source="nameEn" />
    <LongTextInput source="descriptionIt" />
    <LongTextInput source="descriptionEn" />
    <ReferenceInput source="calendarId" reference="calendars" sort={{ field: 'name', order: 'ASC' }}>
      <SelectInput validate={required()} />
    </ReferenceInput>
    <ReferenceArrayInput
      source="agencyIds"
      reference="agencies"
      sort={{ field: 'name', order: 'ASC' }}
      filter={{ active: true }}
    >
      <AutocompleteArrayInput defaultValue={[]} helperText="settings.agencyOrder" />
    </ReferenceArrayInput>
    <PositionInput />
    <ActiveInput />
  </>
);

export const DepartmentCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

export const DepartmentEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);
