import { AutocompleteInput, ReferenceInput, required } from 'react-admin';
import { InstantInput } from '../form/InstantInput';
import { DepartmentInput } from '../meta/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';

const Inputs = () => (
  <>
    <DepartmentInput source="departmentId" validate={required()} />
    <ReferenceInput
      source="userId"
      reference="users"
      sort={{ field: 'name', order: 'ASC' }}
      filter={{ active: true }}
    >
      <AutocompleteInput optionText="name" filterToQuery={(q: string) => ({ q })} validate={required()} />
    </ReferenceInput>
    <InstantInput source="startsAt" validate={required()} />
    <InstantInput source="endsAt" validate={required()} />
  </>
);

export const ShiftCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

export const ShiftEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);
