import { DataTable, useTranslate } from 'react-admin';
import { DepartmentInput } from '../meta/inputs';
import { useNames } from '../meta/useMeta';
import { ActiveCol } from '../settings/ActiveCol';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';

const filters = [<DepartmentInput key="departmentId" source="departmentId" alwaysOn />];

export const CategoryList = () => {
  const names = useNames();
  const translate = useTranslate();
  return (
    <SettingList sort={{ field: 'position', order: 'ASC' }} filters={filters}>
      <DataTable bulkActionButtons={false}>
        <NameCol source="nameIt" />
        <DataTable.Col source="nameEn" />
        <DataTable.Col
          source="departmentId"
          disableSort
          render={(row) => names.department(row.departmentId)}
        />
        <DataTable.Col
          source="groupCode"
          render={(row) => translate(`words.group.${row.groupCode}`, { _: row.groupCode })}
        />
        <ActiveCol />
      </DataTable>
    </SettingList>
  );
};
