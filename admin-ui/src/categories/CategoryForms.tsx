import { NumberInput, required, SelectInput, useTranslate } from 'react-admin';
import type { Attribute } from '../meta/attributes';
import { DepartmentInput } from '../meta/inputs';
import { useMeta } from '../meta/useMeta';
import { ActiveInput, CodeInput, NameInput, PositionInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';
import { categoryGroups } from '../vocabulary';
import { AttributesInput, whole } from './AttributesInput';
import { SkillInput } from './SkillInput';

/** The groups that are known by name and those in use already. */
const GroupInput = () => {
  const translate = useTranslate();
  const used = useMeta().categories.map(({ groupCode }) => groupCode);
  const choices = [...new Set<string>([...categoryGroups, ...used])].map((code) => ({
    id: code,
    name: translate(`words.group.${code}`, { _: code }),
  }));
  return <SelectInput source="groupCode" choices={choices} translateChoice={false} validate={required()} />;
};

const Inputs = () => (
  <>
    <CodeInput source="code" />
    <GroupInput />
    <NameInput source="nameIt" />
    <NameInput source="nameEn" />
    <DepartmentInput source="departmentId" validate={required()} />
    <NumberInput
      source="matchRadiusMetres"
      helperText="settings.matchRadiusHelp"
      min={1}
      max={500}
      step={1}
      defaultValue={100}
      validate={required()}
    />
    <NumberInput
      source="recurrenceDays"
      helperText="settings.recurrenceHelp"
      min={0}
      max={3650}
      step={1}
      defaultValue={365}
      validate={required()}
    />
    <NumberInput
      source="serviceMinutes"
      helperText="settings.serviceHelp"
      min={1}
      max={720}
      step={1}
      defaultValue={30}
      validate={required()}
    />
    <SkillInput />
    <AttributesInput />
    <PositionInput />
    <ActiveInput />
  </>
);

const wholeCategory = (values: { attributes?: Partial<Attribute>[] }) => ({
  ...values,
  attributes: (values.attributes ?? []).map(whole),
});

export const CategoryCreate = () => (
  <SettingCreate transform={wholeCategory}>
    <Inputs />
  </SettingCreate>
);

export const CategoryEdit = () => (
  <SettingEdit transform={wholeCategory}>
    <Inputs />
  </SettingEdit>
);
