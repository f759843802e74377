import { DataTable, ReferenceField } from 'react-admin';
import { DepartmentInput } from '../meta/inputs';
import { useNames } from '../meta/useMeta';
import { SettingList } from '../settings/pages';
import { When } from '../time/When';

interface ShiftRow {
  id: string;
  departmentId: string;
  startsAt: string;
  endsAt: string;
}

const filters = [<DepartmentInput key="departmentId" source="departmentId" alwaysOn />];

export const ShiftList = () => {
  const names = useNames();
  return (
    <SettingList sort={{ field: 'startsAt', order: 'DESC' }} filters={filters} searchable={false}>
      <DataTable<ShiftRow> bulkActionButtons={false}>
        <DataTable.Col
          source="departmentId"
          disableSort
          render={(row) => names.department(row.departmentId)}
        />
        <DataTable.Col source="userId" disableSort>
          <ReferenceField source="userId" reference="users" link={false} />
        </DataTable.Col>
        <DataTable.Col source="startsAt" render={(row) => <When at={row.startsAt} />} />
        <DataTable.Col source="endsAt" render={(row) => <When at={row.endsAt} />} />
      </DataTable>
    </SettingList>
  );
};
