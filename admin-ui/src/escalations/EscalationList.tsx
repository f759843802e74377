import { Box, Card, CardContent, Chip, Link as MuiLink, Stack, Typography } from '@mui/material';
import { List, SelectInput, useListContext, useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { clockWords, statusWords, unaddressed } from '../cases/wording';
import { Words } from '../form/Words';
import { currentSession } from '../http/session';
import { wordChoices } from '../meta/choices';
import { departmentFilter } from '../meta/filters';
import { useNames } from '../meta/useMeta';
import { sayInstant } from '../time/instant';
import { When } from '../time/When';
import { clockKinds, stages } from '../vocabulary';
import { AcknowledgeButton } from './AcknowledgeButton';
import { toSee } from './toSee';
import type { EscalationRow } from './types';

const yesNo = [
  { id: false, name: 'escalationInbox.unseen' },
  { id: true, name: 'escalationInbox.seen' },
];

const filters = () => [
  <SelectInput
    key="seen"
    source="seen"
    label="escalationInbox.which"
    choices={yesNo}
    alwaysOn
    emptyText="app.all"
  />,
  <SelectInput
    key="stage"
    source="stage"
    choices={wordChoices('stage', stages)}
    alwaysOn
    emptyText="app.all"
  />,
  ...departmentFilter(false),
  <SelectInput key="clock" source="clock" choices={wordChoices('clock', clockKinds)} />,
];

const colours = { reminder: 'default', breach: 'warning', management: 'error' } as const;

const One = ({ row }: { row: EscalationRow }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  return (
    <Card component="li" variant="outlined">
      <CardContent
        sx={{
          '&:last-child': { pb: 2 },
          display: 'flex',
          flexWrap: 'wrap',
          gap: 2,
          justifyContent: 'space-between',
        }}
      >
        <Box sx={{ minWidth: 0, flex: '1 1 300px' }}>
          <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            <Chip size="small" color={colours[row.stage]} label={translate(`words.stage.${row.stage}`)} />
            <Typography variant="body2" color="textSecondary">
              <When at={row.firedAt} />
            </Typography>
          </Stack>
          <MuiLink
            component={Link}
            to={`/cases/${row.caseId}/show`}
            sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
          >
            {row.caseNumber} · {row.address ?? translate(unaddressed(row))}
          </MuiLink>
          <Typography variant="body2">
            {translate('escalationInbox.missed', {
              clock: translate(clockWords(row.clock, { kind: row.caseKind })),
              when: sayInstant(row.dueAt, locale),
            })}
            {row.cause === 'policy-change' && ` · ${translate('words.cause.policy-change')}`}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {names.department(row.departmentId)} · {names.category(row.categoryId)} ·{' '}
            {translate(statusWords({ kind: row.caseKind, status: row.caseStatus }))}
          </Typography>
          {row.seenAt && (
            <Typography variant="body2" color="textSecondary">
              {translate('escalationInbox.seenBy', {
                name: row.seenByName ?? '–',
                when: sayInstant(row.seenAt, locale),
              })}
            </Typography>
          )}
          <Words words={row.note} />
        </Box>
        {!row.seenAt && <AcknowledgeButton row={row} />}
      </CardContent>
    </Card>
  );
};

const Rows = () => {
  const { data = [] } = useListContext<EscalationRow>();
  return (
    <Stack component="ul" sx={{ p: 1, m: 0, gap: 1, listStyle: 'none' }}>
      {data.map((row) => (
        <One key={row.id} row={row} />
      ))}
    </Stack>
  );
};

const Empty = () => {
  const translate = useTranslate();
  return <Typography sx={{ p: 6, textAlign: 'center' }}>{translate('escalationInbox.empty')}</Typography>;
};

/** What was missed and nobody has taken notice of yet. */
export const EscalationList = () => (
  <List
    filters={filters()}
    filterDefaultValues={toSee(currentSession()?.actions ?? [])}
    sort={{ field: 'firedAt', order: 'DESC' }}
    perPage={50}
    exporter={false}
    empty={false}
  >
    <RowsOrEmpty />
  </List>
);

const RowsOrEmpty = () => {
  const { isPending, total } = useListContext();
  return !isPending && total === 0 ? <Empty /> : <Rows />;
};
