import { Box, Typography } from '@mui/material';
import { DataTable, useLocale, useTranslate } from 'react-admin';
import { RowLink } from '../../form/RowLink';
import { useNames } from '../../meta/useMeta';
import { BandChip } from '../../priority/BandChip';
import { Deadline } from '../../time/Deadline';
import { span } from '../../time/span';
import { useNow } from '../../time/useNow';
import { Badges } from '../Badges';
import { Danger } from '../Danger';
import { Thumbnail } from '../Thumbnail';
import type { CaseRow } from '../types';
import { clockWords, isProblem, statusWords, unaddressed } from '../wording';

const Place = ({ row }: { row: CaseRow }) => {
  const translate = useTranslate();
  const names = useNames();
  return (
    <Box sx={{ minWidth: 200 }}>
      <RowLink to={`/cases/${row.id}/show`}>{row.address ?? translate(unaddressed(row))}</RowLink>
      <Typography variant="body2" color="textSecondary">
        {row.number} · {names.category(row.categoryId)} · {names.department(row.departmentId)}
        {row.members > 1 && ` · ${translate('casePage.members', { smart_count: row.members })}`}
      </Typography>
      <Badges row={row} />
    </Box>
  );
};

const State = ({ row }: { row: CaseRow }) => {
  const translate = useTranslate();
  return (
    <>
      {translate(statusWords(row))}
      {row.outcome && row.outcome !== row.status && (
        <Typography variant="body2" color="textSecondary">
          {translate(`words.outcome.${row.outcome}`)}
        </Typography>
      )}
    </>
  );
};

/** How long it has been open, or was. */
const Age = ({ row }: { row: CaseRow }) => {
  const locale = useLocale();
  const now = useNow();
  const until = row.closedAt ? new Date(row.closedAt).getTime() : now;
  return <Box sx={{ whiteSpace: 'nowrap' }}>{span(until - new Date(row.openedAt).getTime(), locale)}</Box>;
};

export const Due = ({ row }: { row: CaseRow }) => {
  const translate = useTranslate();
  if (!row.dueAt) return <>–</>;
  return (
    <Box sx={{ minWidth: 190 }}>
      {row.dueClock && (
        <Typography variant="body2" color="textSecondary">
          {translate(clockWords(row.dueClock, row))}
        </Typography>
      )}
      <Deadline at={row.dueAt} />
    </Box>
  );
};

const Column = DataTable.Col<CaseRow>;

export const CaseTable = () => (
  <DataTable<CaseRow>
    bulkActionButtons={false}
    rowClick="show"
    sx={{ '& td': { verticalAlign: 'top', px: 1.25 }, '& th': { px: 1.25 } }}
  >
    <Column
      source="thumbnailPhotoId"
      label="resources.cases.fields.photo"
      disableSort
      render={(row) => <Thumbnail id={row.thumbnailPhotoId} />}
    />
    <Column source="number" label="resources.cases.fields.place" render={(row) => <Place row={row} />} />
    <Column source="status" disableSort render={(row) => <State row={row} />} />
    <Column
      source="danger"
      disableSort
      render={(row) => (isProblem(row) ? <Danger level={row.danger} /> : '–')}
    />
    <Column source="dueAt" render={(row) => <Due row={row} />} />
    <Column
      source="priority"
      sortByOrder="DESC"
      render={(row) => <BandChip band={row.band} score={row.priority} />}
    />
    <Column source="openedAt" sortByOrder="DESC" render={(row) => <Age row={row} />} />
  </DataTable>
);
