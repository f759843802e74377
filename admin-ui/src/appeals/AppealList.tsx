import { Box, Card, CardContent, Chip, Link as MuiLink, Stack, Typography } from '@mui/material';
import { List, SelectInput, useListContext, useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Words } from '../form/Words';
import { wordChoices } from '../meta/choices';
import { useNames } from '../meta/useMeta';
import { sayInstant } from '../time/instant';
import { When } from '../time/When';
import { AnswerButton } from './AnswerButton';
import { type AppealRow, appealStates } from './types';

const filters = [
  <SelectInput
    key="state"
    source="state"
    label="appealInbox.which"
    choices={wordChoices('appealState', appealStates)}
    alwaysOn
    emptyText="app.all"
  />,
];

/** What the citizen declared beside what was found. */
const Judgement = ({ row }: { row: AppealRow }) => {
  const translate = useTranslate();
  const said = translate(`words.dangerShort.${row.declared}`);
  const found = row.real
    ? translate('appealInbox.real', { danger: translate(`words.dangerShort.${row.found}`) })
    : translate('appealInbox.notReal');
  return (
    <>
      <Typography variant="body2">
        {translate('appealInbox.declared', { danger: said })} · {found}
      </Typography>
      {row.note && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {translate('appealInbox.technician')}: {row.note}
        </Typography>
      )}
    </>
  );
};

const Quoted = ({ title, words }: { title: string; words: string | null }) => (
  <Box component="blockquote" sx={{ m: 0, mt: 1, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
    <Typography variant="body2" color="textSecondary">
      {title}
    </Typography>
    <Words words={words} erased={words === null} />
  </Box>
);

const One = ({ row }: { row: AppealRow }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const answered = row.state !== 'open';
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
            <Chip
              size="small"
              color={answered ? 'default' : 'warning'}
              label={translate(`words.appealState.${row.state}`)}
            />
            <Typography variant="body2" color="textSecondary">
              <When at={row.createdAt} />
            </Typography>
          </Stack>
          <MuiLink component={Link} to={`/cases/${row.caseId}/show`} sx={{ fontWeight: 600 }}>
            {row.caseNumber} · {names.category(row.categoryId)}
          </MuiLink>
          <Typography variant="body2" color="textSecondary">
            {names.department(row.departmentId)} ·{' '}
            <MuiLink component={Link} to={`/reports/${row.reportId}/show`}>
              {row.reportNumber}
            </MuiLink>
            {row.address && ` · ${row.address}`}
          </Typography>
          <Judgement row={row} />
          <Quoted title={translate('appealInbox.words')} words={row.words} />
          {answered && (
            <Quoted
              title={translate('appealInbox.answeredBy', {
                name: row.answeredByName ?? '–',
                when: row.answeredAt ? sayInstant(row.answeredAt, locale) : '–',
              })}
              words={row.answer}
            />
          )}
        </Box>
        {!answered && <AnswerButton row={row} />}
      </CardContent>
    </Card>
  );
};

const Rows = () => {
  const translate = useTranslate();
  const { data = [], isPending, total } = useListContext<AppealRow>();
  if (!isPending && total === 0)
    return <Typography sx={{ p: 6, textAlign: 'center' }}>{translate('appealInbox.empty')}</Typography>;
  return (
    <Stack component="ul" sx={{ p: 1, m: 0, gap: 1, listStyle: 'none' }}>
      {data.map((row) => (
        <One key={row.id} row={row} />
      ))}
    </Stack>
  );
};

/** What citizens say against a judgement, first what waits for an answer. */
export const AppealList = () => (
  <List
    filters={filters}
    filterDefaultValues={{ state: 'open' }}
    sort={{ field: 'createdAt', order: 'ASC' }}
    perPage={50}
    exporter={false}
    empty={false}
  >
    <Rows />
  </List>
);
