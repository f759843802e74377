import { DataTable, SelectInput, useTranslate } from 'react-admin';
import { LongText } from '../form/LongText';
import { wordChoices } from '../meta/choices';
import { DepartmentInput } from '../meta/inputs';
import { useNames } from '../meta/useMeta';
import { ActiveCol } from '../settings/ActiveCol';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';
import { roles } from '../vocabulary';

const filters = [
  <SelectInput key="role" source="role" choices={wordChoices('role', roles)} alwaysOn />,
  <DepartmentInput key="departmentId" source="departmentId" alwaysOn />,
];

export const UserList = () => {
  const translate = useTranslate();
  const names = useNames();
  const whole = translate('settings.wholeTown');
  return (
    <SettingList sort={{ field: 'name', order: 'ASC' }} filters={filters}>
      <DataTable bulkActionButtons={false}>
        <NameCol />
        <DataTable.Col source="email" render={(row) => <LongText>{row.email}</LongText>} />
        <DataTable.Col source="role" render={(row) => translate(`words.role.${row.role}`)} />
        <DataTable.Col
          source="departmentId"
          disableSort
          render={(row) => (row.departmentId ? names.department(row.departmentId) : whole)}
        />
        <ActiveCol />
      </DataTable>
    </SettingList>
  );
};
