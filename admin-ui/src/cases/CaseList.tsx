import { DataTable, List } from 'react-admin';

export const CaseList = () => (
  <List>
    <DataTable>
      <DataTable.Col source="number" />
      <DataTable.Col source="status" />
    </DataTable>
  </List>
);
