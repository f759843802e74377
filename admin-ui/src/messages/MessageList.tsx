import { Box } from '@mui/material';
import { DataTable, List, SelectInput, useTranslate } from 'react-admin';
import { LongText } from '../form/LongText';
import { RowLink } from '../form/RowLink';
import { SearchBox } from '../form/SearchBox';
import { wordChoices } from '../meta/choices';
import { When } from '../time/When';
import { messageStatuses, recipientKinds } from '../vocabulary';
import { sayRecipient } from './recipient';
import type { MessageRow } from './types';

const filters = [
  <SearchBox key="q" source="q" alwaysOn hint="resources.messages.fields.q" />,
  <SelectInput
    key="status"
    source="status"
    choices={wordChoices('messageStatus', messageStatuses)}
    alwaysOn
  />,
  <SelectInput
    key="recipientKind"
    source="recipientKind"
    choices={wordChoices('recipient', recipientKinds)}
    alwaysOn
  />,
];

export const MessageList = () => {
  const translate = useTranslate();
  const about = ({ event }: MessageRow) => translate(`messageEvent.${event}`, { _: event });
  return (
    <List
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      perPage={50}
      exporter={false}
      empty={false}
    >
      <DataTable<MessageRow> bulkActionButtons={false} rowClick="show">
        <DataTable.Col source="createdAt" render={(row) => <When at={row.createdAt} />} />
        <DataTable.Col<MessageRow>
          source="event"
          disableSort
          render={(row) => <RowLink to={`/messages/${row.id}/show`}>{about(row)}</RowLink>}
        />
        <DataTable.Col<MessageRow>
          source="recipientKind"
          disableSort
          render={(row) => <LongText>{sayRecipient(row, translate)}</LongText>}
        />
        <DataTable.Col source="caseNumber" disableSort />
        <DataTable.Col
          source="status"
          disableSort
          render={(row) => (
            <Box
              component="span"
              sx={row.status === 'failed' ? { color: 'error.main', fontWeight: 700 } : undefined}
            >
              {translate(`words.messageStatus.${row.status}`)}
            </Box>
          )}
        />
        <DataTable.NumberCol source="tries" disableSort />
      </DataTable>
    </List>
  );
};
