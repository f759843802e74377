import { Box, Card, CardContent, Chip, Stack, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { useNames } from '../../meta/useMeta';
import { Deadline } from '../../time/Deadline';
import { span } from '../../time/span';
import { useNow } from '../../time/useNow';
import { Badges } from '../Badges';
import { Danger } from '../Danger';
import type { CaseDetail } from '../types';

const Fact = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <Box>
    <Typography component="dt" variant="caption" color="textSecondary">
      {label}
    </Typography>
    <Typography component="dd" sx={{ m: 0 }}>
      {children}
    </Typography>
  </Box>
);

export const CaseHeader = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const now = useNow();
  const field = (name: string) => translate(`resources.cases.fields.${name}`);
  const doer = row.crewId ? names.crew(row.crewId) : row.supplierId ? names.supplier(row.supplierId) : null;
  const state = translate(`words.status.${row.status}`);
  const ended =
    row.outcome && row.outcome !== row.status ? ` · ${translate(`words.outcome.${row.outcome}`)}` : '';
  return (
    <Card variant="outlined">
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 0.5 }}>
          <Chip color="primary" label={state + ended} />
          <Badges row={row} />
        </Stack>
        <Typography component="h1" variant="h6">
          {row.address ?? translate('casePage.noPlace')}
        </Typography>
        <Typography color="textSecondary">
          {row.number} · {names.category(row.categoryId)} · {names.department(row.departmentId)} ·{' '}
          {translate('casePage.members', { smart_count: row.members })}
        </Typography>
        <Box
          component="dl"
          sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1, m: 0, mt: 1.5 }}
        >
          <Fact label={row.dueClock ? translate(`words.clock.${row.dueClock}`) : field('dueAt')}>
            <Deadline at={row.dueAt} />
          </Fact>
          {row.repairDueAt && row.dueClock !== 'repair' && (
            <Fact label={translate('words.clock.repair')}>
              <Deadline at={row.repairDueAt} quiet={row.closedAt !== null} />
            </Fact>
          )}
          <Fact label={field('danger')}>
            <Danger level={row.danger} />
          </Fact>
          <Fact label={field('priority')}>{row.priority}</Fact>
          <Fact label={field('openedAt')}>
            {translate('app.time.ago', { time: span(now - new Date(row.openedAt).getTime(), locale) })}
          </Fact>
          {doer && <Fact label={translate('command.fields.assigneeKind')}>{doer}</Fact>}
        </Box>
      </CardContent>
    </Card>
  );
};
