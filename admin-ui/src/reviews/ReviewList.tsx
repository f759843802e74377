import { Alert, Button, Checkbox, Chip, Paper } from '@mui/material';
import { useState } from 'react';
import {
  DataTable,
  List,
  SelectArrayInput,
  SelectInput,
  useListContext,
  usePermissions,
  useRefresh,
  useTranslate,
} from 'react-admin';
import { clockWords, unaddressed } from '../cases/wording';
import { RowLink } from '../form/RowLink';
import { currentSession } from '../http/session';
import { wordChoices } from '../meta/choices';
import { departmentFilter } from '../meta/filters';
import { useNames } from '../meta/useMeta';
import { When } from '../time/When';
import { reviewCauses, reviewStatuses } from '../vocabulary';
import { CausesPanel } from './CausesPanel';
import { reviewColours } from './colours';
import { FindDialog } from './FindDialog';
import type { ReviewRow } from './types';

const filters = () => [
  <SelectArrayInput
    key="status"
    source="status"
    choices={wordChoices('reviewStatus', reviewStatuses)}
    alwaysOn
  />,
  ...departmentFilter(),
  <SelectInput key="cause" source="cause" choices={wordChoices('reviewCause', reviewCauses)} alwaysOn />,
];

/** react-admin's own box has no name that a screen reader finds. */
const Tick = ({ row: { id, caseNumber } }: { row: ReviewRow }) => {
  const translate = useTranslate();
  const { selectedIds, onToggleItem } = useListContext<ReviewRow>();
  return (
    <Checkbox
      size="small"
      checked={selectedIds.includes(id)}
      onChange={() => onToggleItem(id)}
      onClick={(event) => event.stopPropagation()}
      slotProps={{ input: { 'aria-label': translate('reviews.tick', { number: caseNumber }) } }}
    />
  );
};

/** The same reason for several at once. */
const FindTogether = () => {
  const translate = useTranslate();
  const refresh = useRefresh();
  const { data = [], selectedIds, onUnselectItems } = useListContext<ReviewRow>();
  const [open, setOpen] = useState(false);
  const rows = data.filter(({ id, status }) => selectedIds.includes(id) && status !== 'closed');
  const done = () => {
    onUnselectItems();
    refresh();
  };
  return (
    <>
      {rows.length > 0 && (
        <Paper square elevation={4} sx={{ position: 'sticky', bottom: 0, zIndex: 2, p: 1 }}>
          <Button variant="contained" onClick={() => setOpen(true)}>
            {translate('reviews.findTogether', { smart_count: rows.length })}
          </Button>
        </Paper>
      )}
      {open && <FindDialog rows={rows} onDone={done} onClose={() => setOpen(false)} />}
    </>
  );
};

const Rows = () => {
  const translate = useTranslate();
  const names = useNames();
  const { permissions = [] } = usePermissions<string[]>();
  const { isPending, total } = useListContext();
  if (!isPending && total === 0)
    return (
      <Alert severity="success" sx={{ m: 2 }}>
        {translate('reviews.empty')}
      </Alert>
    );
  return (
    <DataTable<ReviewRow> rowClick="show" bulkActionButtons={false}>
      {permissions.includes('review.decide') && (
        <DataTable.Col<ReviewRow>
          source="id"
          label="reviews.ticked"
          disableSort
          render={(row) => <Tick row={row} />}
        />
      )}
      <DataTable.Col<ReviewRow>
        source="caseNumber"
        disableSort
        render={(row) => (
          <RowLink to={`/reviews/${row.id}/show`}>
            {row.caseNumber} · {row.address ?? translate(unaddressed({ ...row, lat: null }))}
          </RowLink>
        )}
      />
      <DataTable.Col<ReviewRow>
        source="status"
        disableSort
        render={(row) => (
          <Chip
            size="small"
            color={reviewColours[row.status]}
            label={translate(`words.reviewStatus.${row.status}`)}
          />
        )}
      />
      <DataTable.Col<ReviewRow>
        source="clock"
        disableSort
        render={(row) => translate(clockWords(row.clock, { kind: row.caseKind }))}
      />
      {!currentSession()?.user.departmentId && (
        <DataTable.Col<ReviewRow>
          source="departmentId"
          disableSort
          render={(row) => names.department(row.departmentId)}
        />
      )}
      <DataTable.Col<ReviewRow> source="openedAt" render={(row) => <When at={row.openedAt} />} />
      <DataTable.Col<ReviewRow>
        source="causes"
        disableSort
        render={(row) => row.causes.map((cause) => translate(`words.reviewCause.${cause}`)).join(', ') || '–'}
      />
      <DataTable.Col<ReviewRow>
        source="followUpAt"
        render={(row) => (row.followUpAt && row.status !== 'closed' ? <When at={row.followUpAt} /> : '–')}
      />
    </DataTable>
  );
};

/** What was missed: why, and what is changed about it. */
export const ReviewList = () => (
  <List
    filters={filters()}
    filterDefaultValues={{ status: ['open', 'due'] }}
    sort={{ field: 'openedAt', order: 'DESC' }}
    perPage={50}
    exporter={false}
    empty={false}
    component="div"
  >
    <CausesPanel />
    <Rows />
    <FindTogether />
  </List>
);
