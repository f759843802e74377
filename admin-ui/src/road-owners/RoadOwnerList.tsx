import { DataTable, SelectInput, useTranslate } from 'react-admin';
import { wordChoices } from '../meta/choices';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';
import { ownerKinds } from '../vocabulary';

const filters = [
  <SelectInput key="kind" source="kind" choices={wordChoices('ownerKind', ownerKinds)} alwaysOn />,
];

export const RoadOwnerList = () => {
  const translate = useTranslate();
  return (
    <SettingList sort={{ field: 'name', order: 'ASC' }} filters={filters}>
      <DataTable bulkActionButtons={false}>
        <NameCol />
        <DataTable.Col source="kind" render={(row) => translate(`words.ownerKind.${row.kind}`)} />
        <DataTable.Col
          source="onReport"
          disableSort
          render={(row) => translate(`words.onReport.${row.onReport}`)}
        />
      </DataTable>
    </SettingList>
  );
};
