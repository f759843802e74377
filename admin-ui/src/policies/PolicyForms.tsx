import { required, SelectInput, useInput, useTranslate } from 'react-admin';
import { wordChoices } from '../meta/choices';
import { CategoryOfDepartmentInput, DepartmentInput } from '../meta/inputs';
import { ActiveInput, NameInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';
import { urgencies } from '../vocabulary';
import { DurationField } from './DurationField';
import { TargetsInput } from './TargetsInput';

const MaxPauseInput = ({ source }: { source: string }) => {
  const translate = useTranslate();
  const { field } = useInput<number>({ source, defaultValue: 14_400, validate: required() });
  return (
    <DurationField
      label={translate('settings.maxPause')}
      minutes={field.value ?? 0}
      onChange={field.onChange}
    />
  );
};

const Inputs = () => (
  <>
    <NameInput source="name" />
    <DepartmentInput source="departmentId" emptyText="app.any" />
    <CategoryOfDepartmentInput source="categoryId" emptyText="app.any" />
    <SelectInput source="urgency" choices={wordChoices('urgency', urgencies)} emptyText="app.any" />
    <TargetsInput source="targets.targets" />
    <MaxPauseInput source="targets.maxPauseMinutes" />
    <ActiveInput />
  </>
);

interface Scope {
  departmentId?: string | null;
  categoryId?: string | null;
  urgency?: string | null;
}

/** The API wants "any" said: a field that was never touched is missing otherwise. */
const scoped = (policy: Scope) => ({
  ...policy,
  departmentId: policy.departmentId ?? null,
  categoryId: policy.categoryId ?? null,
  urgency: policy.urgency ?? null,
});

export const PolicyCreate = () => (
  <SettingCreate transform={scoped}>
    <Inputs />
  </SettingCreate>
);

export const PolicyEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);
