import { DataTable, ReferenceField } from 'react-admin';
import { ActiveCol } from '../settings/ActiveCol';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';

export const DepartmentList = () => (
  <SettingList sort={{ field: 'position', order: 'ASC' }}>
    <DataTable bulkActionButtons={false}>
      <NameCol source="nameIt" />
      <DataTable.Col source="nameEn" />
      <DataTable.Col source="calendarId" disableSort>
        <ReferenceField source="calendarId" reference="calendars" link={false} />
      </DataTable.Col>
      <ActiveCol />
    </DataTable>
  </SettingList>
);
