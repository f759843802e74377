import AddIcon from '@mui/icons-material/Add';
import BeforeIcon from '@mui/icons-material/ChevronLeft';
import NextIcon from '@mui/icons-material/ChevronRight';
import { Box, Button, Card, CardActionArea, IconButton, Stack, TextField, Typography } from '@mui/material';
import { List, useListContext, useLocale, usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useNames } from '../meta/useMeta';
import { dayAfter, dayOf, sayDay, sayHour } from '../time/hours';
import { progress } from './order';
import { RoundChip } from './RoundChip';
import type { RoundRow } from './types';

/** The rounds of one day; today's at first. */
export const RoundList = () => (
  <List
    actions={false}
    filterDefaultValues={{ day: dayOf() }}
    sort={{ field: 'shiftFrom', order: 'ASC' }}
    perPage={100}
    pagination={false}
    empty={false}
    component="div"
  >
    <Day />
    <Rounds />
  </List>
);

const Day = () => {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const { permissions = [] } = usePermissions<string[]>();
  const day: string = filterValues.day ?? dayOf();
  const show = (other: string) => other && setFilters({ ...filterValues, day: other });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, my: 2 }}>
      <IconButton aria-label={translate('rounds.dayBefore')} onClick={() => show(dayAfter(day, -1))}>
        <BeforeIcon />
      </IconButton>
      <TextField
        type="date"
        value={day}
        onChange={(event) => show(event.target.value)}
        slotProps={{ htmlInput: { 'aria-label': translate('rounds.day') } }}
        sx={{ width: 170, m: 0 }}
      />
      <IconButton aria-label={translate('rounds.dayAfter')} onClick={() => show(dayAfter(day, 1))}>
        <NextIcon />
      </IconButton>
      <Button onClick={() => show(dayOf())} disabled={day === dayOf()}>
        {translate('rounds.today')}
      </Button>
      {permissions.includes('round.plan') && (
        <Button
          component={Link}
          to="/rounds/create"
          variant="contained"
          startIcon={<AddIcon />}
          sx={{ ml: { sm: 'auto' } }}
        >
          {translate('rounds.new')}
        </Button>
      )}
    </Box>
  );
};

const Rounds = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const { data = [], isPending, filterValues } = useListContext<RoundRow>();
  const day = filterValues.day ?? dayOf();
  return (
    <>
      <Typography
        component="h2"
        variant="h6"
        sx={{ mb: 1, '&::first-letter': { textTransform: 'uppercase' } }}
      >
        {sayDay(`${day}T12:00:00Z`, locale)}
      </Typography>
      {!isPending && data.length === 0 && <Typography>{translate('rounds.none')}</Typography>}
      <Stack component="ul" sx={{ p: 0, m: 0, gap: 1, listStyle: 'none', maxWidth: 900 }}>
        {data.map((row) => (
          <li key={row.id}>
            <One row={row} />
          </li>
        ))}
      </Stack>
    </>
  );
};

const One = ({ row }: { row: RoundRow }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const { permissions = [] } = usePermissions<string[]>();
  const { over, all } = progress(row.counts);
  // Who only drives comes straight to the stops.
  const drives = permissions.includes('round.drive') && !permissions.includes('round.plan');
  const page = drives && row.status === 'dispatched' ? 'drive' : 'show';
  return (
    <Card variant="outlined">
      <CardActionArea component={Link} to={`/rounds/${row.id}/${page}`} sx={{ p: 2 }}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography sx={{ fontWeight: 700 }}>{names.crew(row.crewId)}</Typography>
          <RoundChip status={row.status} />
        </Stack>
        <Typography color="textSecondary">
          {sayHour(row.shiftFrom, locale)}–{sayHour(row.shiftTo, locale)} ·{' '}
          {names.department(row.departmentId)}
        </Typography>
        <Typography>
          {row.status === 'draft'
            ? translate('rounds.stops', { smart_count: all })
            : translate('rounds.progress', { over, all, done: row.counts.done ?? 0 })}
        </Typography>
      </CardActionArea>
    </Card>
  );
};
