import { DataTable, List, useTranslate } from 'react-admin';
import { LongText } from '../form/LongText';
import { RowLink } from '../form/RowLink';
import { SearchBox } from '../form/SearchBox';
import { When } from '../time/When';
import { piecesOf } from './excerpt';

interface Said {
  id: string;
  caseId: string;
  caseNumber: string;
  address: string | null;
  place: 'report' | 'citizen' | 'message' | 'log';
  at: string;
  excerpt: string;
}

/** Everything that was ever said in the cases that this person may read. */
export const WordList = () => {
  const translate = useTranslate();
  return (
    <List
      filters={[<SearchBox key="q" source="q" alwaysOn hint="resources.words.fields.q" />]}
      sort={{ field: 'at', order: 'DESC' }}
      perPage={50}
      exporter={false}
      empty={false}
    >
      <DataTable<Said>
        bulkActionButtons={false}
        rowClick={(_id, _resource, row) => `/cases/${row.caseId}/show`}
      >
        <DataTable.Col source="at" disableSort render={(row) => <When at={row.at} />} />
        <DataTable.Col<Said>
          source="number"
          disableSort
          render={(row) => (
            <RowLink short to={`/cases/${row.caseId}/show`}>
              {row.caseNumber}
            </RowLink>
          )}
        />
        <DataTable.Col
          source="place"
          disableSort
          render={(row) => translate(`words.wordPlace.${row.place}`)}
        />
        <DataTable.Col<Said>
          source="excerpt"
          disableSort
          render={(row) =>
            piecesOf(row.excerpt).map(({ text, found }, index) =>
              // The pieces of one text never change places.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              found ? <mark key={index}>{text}</mark> : text,
            )
          }
        />
        <DataTable.Col<Said>
          source="address"
          disableSort
          render={(row) => <LongText>{row.address ?? '–'}</LongText>}
        />
      </DataTable>
    </List>
  );
};
