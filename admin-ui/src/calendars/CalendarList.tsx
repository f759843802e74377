import { DataTable, useTranslate } from 'react-admin';
import { NameCol } from '../settings/NameCol';
import { SettingList } from '../settings/pages';
import { type Opening, sayOpening } from './opening';

export const CalendarList = () => {
  const translate = useTranslate();
  const day = (weekday: string) => translate(`words.day.${weekday}`).slice(0, 3);
  return (
    <SettingList sort={{ field: 'name', order: 'ASC' }}>
      <DataTable<{ id: string; name: string; rules: { opening: Opening } }> bulkActionButtons={false}>
        <NameCol />
        <DataTable.Col
          source="rules.opening"
          label="settings.opening"
          disableSort
          render={(row) => sayOpening(row.rules.opening, day)}
        />
      </DataTable>
    </SettingList>
  );
};
