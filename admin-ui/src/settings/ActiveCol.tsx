import { BooleanField, DataTable } from 'react-admin';

/** Whether it is still offered. */
export const ActiveCol = () => (
  <DataTable.Col source="active" label="app.active" disableSort>
    <BooleanField source="active" />
  </DataTable.Col>
);
