import { DataTable } from 'react-admin';
import { LongText } from '../form/LongText';
import { ActiveCol } from '../settings/ActiveCol';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';

export const SubscriberList = () => (
  <SettingList sort={{ field: 'name', order: 'ASC' }}>
    <DataTable bulkActionButtons={false}>
      <NameCol />
      <DataTable.Col source="url" disableSort render={(row) => <LongText>{row.url}</LongText>} />
      <DataTable.NumberCol source="events" disableSort render={(row) => row.events.length} />
      <ActiveCol />
    </DataTable>
  </SettingList>
);
