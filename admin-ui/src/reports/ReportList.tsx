import { DataTable, List, SelectInput, useTranslate } from 'react-admin';
import { unaddressed } from '../cases/wording';
import { LongText } from '../form/LongText';
import { RowLink } from '../form/RowLink';
import { SearchBox } from '../form/SearchBox';
import { wordChoices } from '../meta/choices';
import { departmentFilter } from '../meta/filters';
import { CategoryInput } from '../meta/inputs';
import { useNames } from '../meta/useMeta';
import { When } from '../time/When';
import { channels, reportKinds } from '../vocabulary';
import type { ReportRow } from './types';

const filters = () => [
  <SearchBox key="q" source="q" alwaysOn hint="resources.cases.fields.q" />,
  ...departmentFilter(),
  <CategoryInput key="categoryId" source="categoryId" />,
  <SelectInput key="kind" source="kind" choices={wordChoices('kind', reportKinds)} />,
  <SelectInput key="channel" source="channel" choices={wordChoices('channel', channels)} />,
];

export const ReportList = () => {
  const translate = useTranslate();
  const names = useNames();
  return (
    <List filters={filters()} sort={{ field: 'receivedAt', order: 'DESC' }} perPage={50} exporter={false}>
      <DataTable<ReportRow> bulkActionButtons={false} rowClick="show">
        <DataTable.Col
          source="number"
          render={(row) => (
            <RowLink short to={`/reports/${row.id}/show`}>
              {row.number}
            </RowLink>
          )}
        />
        <DataTable.Col source="receivedAt" render={(row) => <When at={row.receivedAt} />} />
        <DataTable.Col<ReportRow>
          source="address"
          disableSort
          render={(row) => <LongText>{row.address ?? translate(unaddressed(row))}</LongText>}
        />
        <DataTable.Col source="categoryId" disableSort render={(row) => names.category(row.categoryId)} />
        <DataTable.Col source="kind" disableSort render={(row) => translate(`words.kind.${row.kind}`)} />
        <DataTable.Col
          source="channel"
          disableSort
          render={(row) => translate(`words.channel.${row.channel}`)}
        />
        <DataTable.Col
          source="caseStatus"
          disableSort
          render={(row) =>
            row.caseStatus ? `${row.caseNumber} · ${translate(`words.status.${row.caseStatus}`)}` : '–'
          }
        />
      </DataTable>
    </List>
  );
};
