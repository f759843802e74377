import { DataTable, DateField } from 'react-admin';
import { useNames } from '../meta/useMeta';
import { ActiveCol } from '../settings/ActiveCol';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';

export const ContractList = () => {
  const names = useNames();
  return (
    <SettingList sort={{ field: 'validTo', order: 'ASC' }}>
      <DataTable bulkActionButtons={false}>
        <NameCol />
        <DataTable.Col
          source="supplierId"
          disableSort
          render={({ supplierId }) => names.supplier(supplierId)}
        />
        <DataTable.Col source="validFrom" disableSort>
          <DateField source="validFrom" />
        </DataTable.Col>
        <DataTable.Col source="validTo">
          <DateField source="validTo" />
        </DataTable.Col>
        <DataTable.NumberCol source="warrantyMonths" disableSort />
        <ActiveCol />
      </DataTable>
    </SettingList>
  );
};
