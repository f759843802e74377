import { DataTable, useTranslate } from 'react-admin';
import { DepartmentInput } from '../meta/inputs';
import { useNames } from '../meta/useMeta';
import { ActiveCol } from '../settings/ActiveCol';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';

const filters = [<DepartmentInput key="departmentId" source="departmentId" alwaysOn />];

export const CrewList = () => {
  const names = useNames();
  const translate = useTranslate();
  const skill = (code: string) => translate(`words.skill.${code}`, { _: code });
  return (
    <SettingList sort={{ field: 'name', order: 'ASC' }} filters={filters}>
      <DataTable<{ id: string; departmentId: string; skills: string[] }> bulkActionButtons={false}>
        <NameCol />
        <DataTable.Col
          source="departmentId"
          disableSort
          render={(row) => names.department(row.departmentId)}
        />
        <DataTable.Col source="skills" disableSort render={(row) => row.skills.map(skill).join(', ')} />
        <ActiveCol />
      </DataTable>
    </SettingList>
  );
};
