import { required } from 'react-admin';
import { DepartmentInput } from '../meta/inputs';
import { ActiveInput, CodeInput, NameInput, PositionInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';

const Inputs = () => (
  <>
    <CodeInput source="code" />
    <CodeInput source="groupCode" />
    <NameInput source="nameIt" />
    <NameInput source="nameEn" />
    <DepartmentInput source="departmentId" validate={required()} />
    <PositionInput />
    <ActiveInput />
  </>
);

export const CategoryCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

export const CategoryEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);
