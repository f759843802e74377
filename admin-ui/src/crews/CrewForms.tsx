import { required, TextArrayInput } from 'react-admin';
import { DepartmentInput } from '../meta/inputs';
import { ActiveInput, NameInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';
import { DepotInput } from './DepotInput';

const Inputs = () => (
  <>
    <NameInput source="name" />
    <DepartmentInput source="departmentId" validate={required()} />
    <TextArrayInput source="skills" helperText="settings.skillsHelp" defaultValue={[]} />
    <DepotInput />
    <ActiveInput />
  </>
);

export const CrewCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

export const CrewEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);
