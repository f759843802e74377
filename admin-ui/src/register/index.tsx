import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import RegisterIcon from '@mui/icons-material/MenuBookOutlined';
import { Button } from '@mui/material';
import { DataTable, DateInput, List, TopToolbar, useListContext, useTranslate } from 'react-admin';
import { apiBase } from '../http/request';
import { useMeta } from '../meta/useMeta';
import { When } from '../time/When';

const filters = [
  <DateInput key="from" source="from" alwaysOn />,
  <DateInput key="to" source="to" alwaysOn />,
];

/** The same days as a file, for the register's own program. */
const Download = () => {
  const translate = useTranslate();
  const { filterValues } = useListContext();
  const query = new URLSearchParams(
    Object.entries(filterValues).filter((one): one is [string, string] => Boolean(one[1])),
  );
  return (
    <TopToolbar>
      <Button startIcon={<DownloadIcon />} href={`${apiBase}/register.csv?${query}`} download>
        {translate('register.csv')}
      </Button>
    </TopToolbar>
  );
};

/** Every report with its number in the official register, the newest first. */
const RegisterList = () => {
  const translate = useTranslate();
  const { categories, departments } = useMeta();
  const named = (rows: { code: string; nameIt: string }[], code: string) =>
    rows.find((row) => row.code === code)?.nameIt ?? code;
  return (
    <List
      filters={filters}
      actions={<Download />}
      sort={{ field: 'registeredAt', order: 'DESC' }}
      perPage={50}
      exporter={false}
      empty={false}
    >
      <DataTable bulkActionButtons={false} rowClick={false}>
        <DataTable.Col source="registerNumber" disableSort />
        <DataTable.Col source="registeredAt" render={({ registeredAt }) => <When at={registeredAt} />} />
        <DataTable.Col source="reportNumber" disableSort />
        <DataTable.Col
          source="kind"
          disableSort
          render={({ kind, channel }) =>
            `${translate(`words.kind.${kind}`)} · ${translate(`words.channel.${channel}`)}`
          }
        />
        <DataTable.Col source="category" disableSort render={({ category }) => named(categories, category)} />
        <DataTable.Col
          source="department"
          disableSort
          render={({ department }) => named(departments, department)}
        />
      </DataTable>
    </List>
  );
};

export const register = { name: 'register', icon: RegisterIcon, list: RegisterList };
