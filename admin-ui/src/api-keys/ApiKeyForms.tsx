import { useState } from 'react';
import { DataTable, useRedirect } from 'react-admin';
import { ActiveCol } from '../settings/ActiveCol';
import { ActiveInput, EmailInput, NameInput } from '../settings/inputs';
import { NameCol } from '../settings/NameCol';
import { SettingCreate, SettingEdit, SettingList } from '../settings/pages';
import { SecretDialog } from '../settings/SecretDialog';

const Inputs = () => (
  <>
    <NameInput source="name" helperText="settings.apiKeyHelp" />
    <EmailInput source="contactEmail" needed />
    <ActiveInput />
  </>
);

/** The key is shown once it is made. */
export const ApiKeyCreate = () => {
  const redirect = useRedirect();
  const [key, setKey] = useState<string | null>(null);
  const toList = () => redirect('list', 'api-keys');
  const created = ({ key: made }: { key?: string }) => (made ? setKey(made) : toList());
  return (
    <>
      <SettingCreate redirect={false} mutationOptions={{ onSuccess: created }}>
        <Inputs />
      </SettingCreate>
      <SecretDialog secret={key} onKept={toList} />
    </>
  );
};

export const ApiKeyEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);

export const ApiKeyList = () => (
  <SettingList sort={{ field: 'name', order: 'ASC' }}>
    <DataTable bulkActionButtons={false}>
      <NameCol />
      <DataTable.Col source="contactEmail" disableSort />
      <ActiveCol />
    </DataTable>
  </SettingList>
);
