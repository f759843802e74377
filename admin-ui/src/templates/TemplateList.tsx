import { DataTable, List, SelectInput, useTranslate } from 'react-admin';
import { RowLink } from '../form/RowLink';
import { wordChoices } from '../meta/choices';
import { When } from '../time/When';
import { locales } from '../vocabulary';
import type { TemplateRow } from './types';

const filters = [
  <SelectInput key="locale" source="locale" choices={wordChoices('locale', locales)} alwaysOn />,
];

/** Every message in every language, and whose words it has. */
export const TemplateList = () => {
  const translate = useTranslate();
  return (
    <List filters={filters} perPage={200} pagination={false} exporter={false} empty={false}>
      <DataTable<TemplateRow> bulkActionButtons={false} rowClick="edit">
        <DataTable.Col<TemplateRow>
          source="event"
          disableSort
          render={({ id, event }) => (
            <RowLink to={`/templates/${id}`}>{translate(`messageEvent.${event}`, { _: event })}</RowLink>
          )}
        />
        <DataTable.Col<TemplateRow>
          source="locale"
          disableSort
          render={({ locale }) => translate(`words.locale.${locale}`)}
        />
        <DataTable.Col<TemplateRow>
          source="own"
          disableSort
          render={({ own }) => translate(own ? 'template.own' : 'template.builtIn')}
        />
        <DataTable.Col<TemplateRow>
          source="changedAt"
          disableSort
          render={({ changedAt, changedBy }) =>
            changedAt && (
              <>
                <When at={changedAt} /> {changedBy && `· ${changedBy}`}
              </>
            )
          }
        />
      </DataTable>
    </List>
  );
};
