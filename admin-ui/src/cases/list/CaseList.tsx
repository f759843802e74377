import { type Theme, useMediaQuery } from '@mui/material';
import { FilterButton, List, Pagination, SortButton, TopToolbar, useListContext } from 'react-admin';
import { BehindNotice } from './BehindNotice';
import { CaseCards } from './CaseCards';
import { CaseEmpty } from './CaseEmpty';
import { CaseTable } from './CaseTable';
import { caseFilters } from './filters';
import { StatusTabs } from './StatusTabs';

const Actions = () => (
  <TopToolbar>
    <FilterButton />
    <SortButton fields={['dueAt', 'priority', 'openedAt']} />
  </TopToolbar>
);

const Rows = () => {
  const { isPending, total } = useListContext();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  if (!isPending && total === 0) return <CaseEmpty />;
  return wide ? <CaseTable /> : <CaseCards />;
};

/** The inbox: nearest deadline first, kept fresh by the server's events. */
export const CaseList = () => (
  <List
    actions={<Actions />}
    filters={caseFilters()}
    filterDefaultValues={{ open: true }}
    sort={{ field: 'dueAt', order: 'ASC' }}
    perPage={50}
    pagination={<Pagination rowsPerPageOptions={[25, 50, 100]} />}
    empty={false}
  >
    <BehindNotice />
    <StatusTabs />
    <Rows />
  </List>
);
