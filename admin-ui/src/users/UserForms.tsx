import { Alert } from '@mui/material';
import { regex, required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { wordChoices } from '../meta/choices';
import { DepartmentInput } from '../meta/inputs';
import { ActiveInput, EmailInput, NameInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';
import { locales, roles } from '../vocabulary';

/** Digits with what people write between them, as the server takes it. */
const phoneNumber = /^\+?\d[\d\s()./-]{4,28}$/;

/** Whose cases this person sees; a technician's are never everybody's, a coordinator's hardly ever. */
const ScopeInput = () => {
  const translate = useTranslate();
  const { role, departmentId } = useWatch<{ role?: string; departmentId?: string | null }>();
  const needed = role === 'technician';
  return (
    <>
      <DepartmentInput
        source="departmentId"
        emptyText="settings.wholeTown"
        helperText="settings.scopeHelp"
        validate={needed ? required('settings.scopeNeeded') : undefined}
      />
      {role === 'coordinator' && !departmentId && (
        <Alert severity="warning" sx={{ mb: 1, width: '100%' }}>
          {translate('settings.scopeAll')}
        </Alert>
      )}
    </>
  );
};

const Inputs = () => (
  <>
    <NameInput source="name" />
    <EmailInput source="email" needed helperText="settings.userEmailHelp" />
    <SelectInput source="role" choices={wordChoices('role', roles)} validate={required()} />
    <ScopeInput />
    <SelectInput
      source="locale"
      choices={wordChoices('locale', locales)}
      defaultValue="it"
      validate={required()}
    />
    <TextInput source="phone" type="tel" validate={regex(phoneNumber, 'settings.phoneHelp')} />
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
