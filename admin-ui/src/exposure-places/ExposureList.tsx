import { CreateButton, DataTable, SelectInput, TopToolbar, usePermissions, useTranslate } from 'react-admin';
import { wordChoices } from '../meta/choices';
import { canAccess } from '../permissions/permissions';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';
import { exposureKinds } from '../vocabulary';
import { LoadLayerButton } from './LoadLayerButton';

const filters = [
  <SelectInput key="kind" source="kind" choices={wordChoices('exposureKind', exposureKinds)} alwaysOn />,
];

const Actions = () => {
  const { permissions = [] } = usePermissions<string[]>();
  return (
    <TopToolbar>
      {canAccess(permissions, 'exposure-places', 'create') && (
        <>
          <LoadLayerButton />
          <CreateButton />
        </>
      )}
    </TopToolbar>
  );
};

export const ExposureList = () => {
  const translate = useTranslate();
  return (
    <SettingList sort={{ field: 'name', order: 'ASC' }} filters={filters} actions={<Actions />}>
      <DataTable bulkActionButtons={false}>
        <NameCol />
        <DataTable.Col source="kind" render={(row) => translate(`words.exposureKind.${row.kind}`)} />
      </DataTable>
    </SettingList>
  );
};
