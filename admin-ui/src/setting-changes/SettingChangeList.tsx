import { Stack, Typography } from '@mui/material';
import { List, SelectInput, useListContext, useTranslate } from 'react-admin';
import { Verification } from '../audit/Verification';
import { settingResources } from '../permissions/permissions';
import { OneChange } from './OneChange';
import type { SettingChange } from './types';

const kinds = settingResources.map((name) => ({ id: name, name: `resources.${name}.name` }));
const filters = [
  <SelectInput key="resource" source="resource" choices={kinds} alwaysOn emptyText="app.all" />,
];

const Rows = () => {
  const translate = useTranslate();
  const { data = [], isPending } = useListContext<SettingChange>();
  if (data.length === 0)
    return isPending ? null : <Typography sx={{ p: 2 }}>{translate('settings.noChanges')}</Typography>;
  return (
    <Stack component="ul" sx={{ p: 1, m: 0, gap: 1, listStyle: 'none' }}>
      {data.map((row) => (
        <OneChange key={row.id} row={row} />
      ))}
    </Stack>
  );
};

/** The log of the settings, for who audits. */
export const SettingChangeList = () => (
  <>
    <Verification />
    <List
      filters={filters}
      sort={{ field: 'seq', order: 'DESC' }}
      perPage={50}
      exporter={false}
      empty={false}
    >
      <Rows />
    </List>
  </>
);
