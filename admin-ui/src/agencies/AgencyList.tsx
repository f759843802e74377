import { DataTable } from 'react-admin';
import { ActiveCol } from '../settings/ActiveCol';
import { SettingList } from '../settings/pages';

export const AgencyList = () => (
  <SettingList sort={{ field: 'name', order: 'ASC' }}>
    <DataTable bulkActionButtons={false}>
      <DataTable.Col source="name" />
      <DataTable.Col source="webhookUrl" disableSort />
      <DataTable.NumberCol source="ackMinutes" />
      <ActiveCol />
    </DataTable>
  </SettingList>
);
