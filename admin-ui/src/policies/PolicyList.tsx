import { DataTable, SelectInput, useLocale, useTranslate } from 'react-admin';
import { wordChoices } from '../meta/choices';
import { DepartmentInput } from '../meta/inputs';
import { useNames } from '../meta/useMeta';
import { ActiveCol } from '../settings/ActiveCol';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';
import { exactSpan } from '../time/span';
import { urgencies } from '../vocabulary';
import type { Targets } from './targets';

interface PolicyRow {
  id: string;
  departmentId: string | null;
  categoryId: string | null;
  urgency: string | null;
  targets: { targets: Targets };
}

const filters = [
  <DepartmentInput key="departmentId" source="departmentId" alwaysOn />,
  <SelectInput key="urgency" source="urgency" choices={wordChoices('urgency', urgencies)} alwaysOn />,
];

export const PolicyList = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const any = translate('app.any');
  const repair = ({ targets: { targets } }: PolicyRow) =>
    targets.repair
      ? `${exactSpan(targets.repair.minutes, locale)}, ${translate(`words.timeMode.${targets.repair.mode}`).toLowerCase()}`
      : '–';
  return (
    <SettingList sort={{ field: 'name', order: 'ASC' }} filters={filters}>
      <DataTable<PolicyRow> bulkActionButtons={false}>
        <NameCol />
        <DataTable.Col
          source="departmentId"
          disableSort
          render={(row) => (row.departmentId ? names.department(row.departmentId) : any)}
        />
        <DataTable.Col
          source="categoryId"
          disableSort
          render={(row) => (row.categoryId ? names.category(row.categoryId) : any)}
        />
        <DataTable.Col
          source="urgency"
          render={(row) => (row.urgency ? translate(`words.urgency.${row.urgency}`) : any)}
        />
        <DataTable.Col
          source="targets.targets.repair.minutes"
          label="words.clock.repair"
          disableSort
          render={repair}
        />
        <ActiveCol />
      </DataTable>
    </SettingList>
  );
};
