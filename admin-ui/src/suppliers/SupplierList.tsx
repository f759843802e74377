import { DataTable } from 'react-admin';
import { LongText } from '../form/LongText';
import { ActiveCol } from '../settings/ActiveCol';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';

export const SupplierList = () => (
  <SettingList sort={{ field: 'name', order: 'ASC' }}>
    <DataTable bulkActionButtons={false}>
      <NameCol />
      <DataTable.Col source="email" disableSort render={(row) => <LongText>{row.email}</LongText>} />
      <ActiveCol />
    </DataTable>
  </SettingList>
);
