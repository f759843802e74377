import { Chip } from '@mui/material';
import { DataTable, ReferenceField, SelectInput, usePermissions, useTranslate } from 'react-admin';
import { RowLink } from '../form/RowLink';
import { DepartmentInput } from '../meta/inputs';
import { useNames } from '../meta/useMeta';
import { canAccess } from '../permissions/permissions';
import { SettingList } from '../settings/pages';
import { useNow } from '../time/useNow';
import { When } from '../time/When';
import { isOn, type Shift } from './types';

const which = [
  { id: false, name: 'settings.shifts.coming' },
  { id: true, name: 'settings.shifts.over' },
];
const filters = [
  <DepartmentInput key="departmentId" source="departmentId" alwaysOn />,
  <SelectInput
    key="over"
    source="over"
    label="settings.shifts.which"
    choices={which}
    alwaysOn
    emptyText="app.all"
  />,
];

const Department = ({ shift }: { shift: Shift }) => {
  const names = useNames();
  const translate = useTranslate();
  const now = useNow();
  return (
    <>
      {names.department(shift.departmentId)}
      {isOn(shift, now) && (
        <Chip size="small" color="success" label={translate('settings.shifts.now')} sx={{ ml: 1 }} />
      )}
    </>
  );
};

const Start = ({ shift }: { shift: Shift }) => {
  const { permissions = [] } = usePermissions<string[]>();
  const when = <When at={shift.startsAt} />;
  if (!canAccess(permissions, 'roster-shifts', 'edit')) return when;
  return <RowLink to={`/roster-shifts/${shift.id}`}>{when}</RowLink>;
};

/** Who is on call now and who comes next. */
export const ShiftList = () => (
  <SettingList
    sort={{ field: 'startsAt', order: 'ASC' }}
    filters={filters}
    filterDefaultValues={{ over: false }}
    searchable={false}
  >
    <DataTable<Shift> bulkActionButtons={false}>
      <DataTable.Col<Shift> source="startsAt" render={(row) => <Start shift={row} />} />
      <DataTable.Col source="endsAt" render={(row) => <When at={row.endsAt} />} />
      <DataTable.Col<Shift> source="departmentId" disableSort render={(row) => <Department shift={row} />} />
      <DataTable.Col source="userId" disableSort>
        <ReferenceField source="userId" reference="users" link={false} />
      </DataTable.Col>
    </DataTable>
  </SettingList>
);
