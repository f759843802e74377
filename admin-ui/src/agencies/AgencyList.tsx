import { DataTable } from 'react-admin';
import { LongText } from '../form/LongText';
import { ActiveCol } from '../settings/ActiveCol';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';

export const AgencyList = () => (
  <SettingList sort={{ field: 'name', order: 'ASC' }}>
    <DataTable bulkActionButtons={false}>
      <NameCol />
      <DataTable.Col
        source="webhookUrl"
        disableSort
        render={(row) => <LongText>{row.webhookUrl}</LongText>}
      />
      <DataTable.NumberCol source="ackMinutes" />
      <ActiveCol />
    </DataTable>
  </SettingList>
);
