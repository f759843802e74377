import { required } from 'react-admin';
import { DepartmentInput } from '../meta/inputs';
import { ActiveInput, NameInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';
import { DepotInput } from './DepotInput';
import { ShiftInput } from './ShiftInput';
import { SkillsInput } from './SkillsInput';

const Inputs = () => (
  <>
    <NameInput source="name" />
    <DepartmentInput source="departmentId" validate={required()} />
    <SkillsInput />
    <DepotInput />
    <ShiftInput />
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
