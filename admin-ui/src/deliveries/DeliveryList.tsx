import { Box } from '@mui/material';
import { DataTable, List, ReferenceInput, SelectInput, useTranslate } from 'react-admin';
import { RowLink } from '../form/RowLink';
import { wordChoices } from '../meta/choices';
import { When } from '../time/When';
import { type DeliveryRow, deliveryStatuses } from './types';

const filters = [
  <SelectInput
    key="status"
    source="status"
    choices={wordChoices('deliveryStatus', deliveryStatuses)}
    alwaysOn
  />,
  <ReferenceInput key="subscriberId" source="subscriberId" reference="subscribers" alwaysOn>
    <SelectInput optionText="name" />
  </ReferenceInput>,
];

/** What other systems were told, the newest first. */
export const DeliveryList = () => {
  const translate = useTranslate();
  return (
    <List
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      perPage={50}
      exporter={false}
      empty={false}
    >
      <DataTable<DeliveryRow> bulkActionButtons={false} rowClick="show">
        <DataTable.Col source="createdAt" render={(row) => <When at={row.createdAt} />} />
        <DataTable.Col<DeliveryRow>
          source="event"
          disableSort
          render={(row) => (
            <RowLink to={`/deliveries/${row.id}/show`}>{translate(`subscriber.event.${row.event}`)}</RowLink>
          )}
        />
        <DataTable.Col source="subscriber" disableSort />
        <DataTable.Col source="caseNumber" disableSort />
        <DataTable.Col<DeliveryRow>
          source="status"
          disableSort
          render={(row) => (
            <Box
              component="span"
              sx={row.status === 'failed' ? { color: 'error.main', fontWeight: 700 } : undefined}
            >
              {translate(`words.deliveryStatus.${row.status}`)}
            </Box>
          )}
        />
        <DataTable.Col<DeliveryRow>
          source="lastError"
          disableSort
          render={(row) => row.lastError ?? row.lastStatus ?? '–'}
        />
        <DataTable.NumberCol source="tries" disableSort />
      </DataTable>
    </List>
  );
};
