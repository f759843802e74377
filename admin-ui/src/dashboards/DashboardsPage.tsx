import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { quarters } from '../diagnosis/period';
import { Choice } from '../form/Choice';
import { Section } from '../form/Section';
import { currentSession } from '../http/session';
import { useDepartmentChoices } from '../meta/choices';
import { When } from '../time/When';
import { readAsked } from './asked';
import { BacklogLine } from './BacklogLine';
import { FigureTable } from './FigureTable';
import { FindingCards } from './FindingCards';
import { LateBars } from './LateBars';
import { NeedMap } from './NeedMap';
import { StarsTable } from './StarsTable';
import { Tiles } from './Tiles';
import { tableOf } from './table';
import type { Backlog, Findings, Late, Recurrences, Reviews, Satisfaction, Squares } from './types';
import { useDashboard } from './useDashboard';

const ALL = 'all';
/** Three years. */
const QUARTERS = 12;

/** What oversight and management look at: figures of a quarter beside those before, each with its cases. */
const DashboardsPage = () => {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [now] = useState(() => new Date());
  const known = quarters(now, QUARTERS);
  const departments = useDepartmentChoices().map(({ id, name }) => ({ id: String(id), name }));
  const own = currentSession()?.user.departmentId ?? null;
  const read = readAsked(
    search,
    known,
    departments.map(({ id }) => id),
  );
  const asked = own ? { ...read, departmentId: null } : read;
  const late = useDashboard<Late>('late', asked);
  const backlog = useDashboard<Backlog>('backlog', asked);
  const recurrences = useDashboard<Recurrences>('recurrences', asked);
  const satisfaction = useDashboard<Satisfaction>('satisfaction', asked);
  const reviews = useDashboard<Reviews>('reviews', asked);
  const findings = useDashboard<Findings>('findings', asked);
  const squares = useDashboard<Squares>('map', asked);
  const answers = [late, backlog, recurrences, satisfaction, reviews, findings, squares];
  const all = {
    late: late.data,
    backlog: backlog.data,
    recurrences: recurrences.data,
    satisfaction: satisfaction.data,
    reviews: reviews.data,
  };
  const error = answers.find((one) => one.error)?.error;
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === ALL) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  return (
    <Box sx={{ py: 2, maxWidth: 1200, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={translate('dashboards.title')} />
      <Typography color="textSecondary">{translate('dashboards.intro')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        {!own && (
          <Choice
            label={translate('dashboards.department')}
            value={asked.departmentId ?? ALL}
            choices={[{ id: ALL, name: translate('dashboards.all') }, ...departments]}
            onChange={(id) => choose('department', id)}
          />
        )}
        <Choice
          label={translate('diagnosis.period')}
          value={asked.quarter.id}
          choices={known.map(({ id }) => ({
            id,
            name: translate('diagnosis.quarter', { year: id.slice(0, 4), quarter: id.slice(5) }),
          }))}
          onChange={(id) => choose('quarter', id)}
        />
        {late.data && (
          <Typography variant="body2" color="textSecondary">
            {late.data.freshUntil ? (
              <>
                {translate('dashboards.fresh')} <When at={late.data.freshUntil} />
              </>
            ) : (
              translate('dashboards.notYet')
            )}
          </Typography>
        )}
      </Box>
      <Typography variant="body2" color="textSecondary">
        {translate(`dashboards.compared.${asked.quarter.id === known[0]?.id ? 'running' : 'over'}`)}
      </Typography>
      {answers.some(({ isPending }) => isPending) && (
        <LinearProgress aria-label={translate('ra.page.loading')} />
      )}
      {error && <Alert severity="error">{error.message}</Alert>}
      <Tiles {...all} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 440px), 1fr))',
        }}
      >
        {late.data && (
          <Section title="dashboards.late.title">
            <LateBars {...late.data} />
          </Section>
        )}
        {backlog.data && (
          <Section title="dashboards.backlog.title">
            <BacklogLine days={backlog.data.days} cases={backlog.data.total.open.cases} />
          </Section>
        )}
      </Box>
      {findings.data && (
        <Section title="dashboards.findings.title">
          <FindingCards departments={findings.data.departments} asked={asked} />
        </Section>
      )}
      {squares.data && (
        <Section title="dashboards.map.title">
          <NeedMap {...squares.data} />
        </Section>
      )}
      {satisfaction.data && (
        <Section title="dashboards.satisfaction">
          <StarsTable {...satisfaction.data} />
        </Section>
      )}
      <Section title="dashboards.table">
        <FigureTable rows={tableOf(all)} asked={asked} />
      </Section>
    </Box>
  );
};

export default DashboardsPage;
