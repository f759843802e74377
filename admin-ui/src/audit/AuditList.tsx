import { DataTable, List, useTranslate } from 'react-admin';
import type { CaseRow } from '../cases/types';
import { unaddressed } from '../cases/wording';
import { LongText } from '../form/LongText';
import { RowLink } from '../form/RowLink';
import { SearchBox } from '../form/SearchBox';
import { useNames } from '../meta/useMeta';
import { When } from '../time/When';

const filters = [<SearchBox key="q" source="q" alwaysOn hint="resources.cases.fields.q" />];

export const AuditList = () => {
  const translate = useTranslate();
  const names = useNames();
  return (
    <List filters={filters} sort={{ field: 'openedAt', order: 'DESC' }} perPage={50} exporter={false}>
      <DataTable<CaseRow> bulkActionButtons={false} rowClick="show">
        <DataTable.Col
          source="number"
          render={(row) => (
            <RowLink short to={`/audit/${row.id}/show`}>
              {row.number}
            </RowLink>
          )}
        />
        <DataTable.Col<CaseRow>
          source="address"
          disableSort
          render={(row) => <LongText>{row.address ?? translate(unaddressed(row))}</LongText>}
        />
        <DataTable.Col
          source="departmentId"
          disableSort
          render={(row) => names.department(row.departmentId)}
        />
        <DataTable.Col
          source="status"
          disableSort
          render={(row) => translate(`words.status.${row.status}`)}
        />
        <DataTable.Col source="openedAt" render={(row) => <When at={row.openedAt} />} />
        <DataTable.Col
          source="closedAt"
          disableSort
          render={(row) => (row.closedAt ? <When at={row.closedAt} /> : '–')}
        />
      </DataTable>
    </List>
  );
};
