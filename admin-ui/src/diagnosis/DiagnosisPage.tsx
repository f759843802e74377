import { Alert, Box, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { Section } from '../form/Section';
import { get } from '../http/request';
import { currentSession } from '../http/session';
import { useDepartmentChoices } from '../meta/choices';
import { dayOf } from '../time/hours';
import { asToday, whatIfPath } from '../whatif/question';
import { FindingCard } from './FindingCard';
import { MeasureTable } from './MeasureTable';
import { quarters } from './period';
import { StageBars } from './StageBars';
import type { Diagnosis } from './types';

/** Why a department is late, if it is: to help it. */
export const DiagnosisPage = () => {
  const translate = useTranslate();
  const departments = useDepartmentChoices();
  const [now] = useState(() => new Date());
  const periods = quarters(now, 12);
  const own = currentSession()?.user.departmentId ?? null;
  const [search, setSearch] = useSearchParams();
  const chosen = departments.find(({ id }) => id === search.get('department'))?.id;
  const quarter = periods.find(({ id }) => id === search.get('quarter')) ?? periods[0]!;
  const choose = (name: string, value: string) =>
    setSearch({ ...Object.fromEntries(search), [name]: value }, { replace: true });
  const departmentId = own ?? chosen ?? departments[0]?.id;
  const { data, error } = useQuery({
    queryKey: ['diagnosis', departmentId, quarter.id],
    queryFn: () =>
      get<Diagnosis>(`/diagnosis?departmentId=${departmentId}&from=${quarter.from}&to=${quarter.to}`),
    enabled: Boolean(departmentId),
  });
  return (
    <Box sx={{ py: 2, maxWidth: 1100 }}>
      <Title title={translate('diagnosis.title')} />
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {translate('diagnosis.intro')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
        {!own && departmentId && (
          <TextField
            select
            size="small"
            label={translate('resources.cases.fields.departmentId')}
            value={departmentId}
            onChange={({ target }) => choose('department', target.value)}
            sx={{ minWidth: 240 }}
          >
            {departments.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField
          select
          size="small"
          label={translate('diagnosis.period')}
          value={quarter.id}
          onChange={({ target }) => choose('quarter', target.value)}
          sx={{ minWidth: 200 }}
        >
          {periods.map(({ id }) => (
            <MenuItem key={id} value={id}>
              {translate('diagnosis.quarter', { year: id.slice(0, 4), quarter: id.slice(5) })}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {error && <Alert severity="error">{error.message}</Alert>}
      {data && (
        <Answer
          diagnosis={data}
          moreCrews={whatIfPath(String(departmentId), quarter, dayOf(now), { ...asToday, crews: 1 })}
        />
      )}
    </Box>
  );
};

const Answer = ({ diagnosis, moreCrews }: { diagnosis: Diagnosis; moreCrews: string }) => {
  const { verdict, measures, findings } = diagnosis;
  const translate = useTranslate();
  const said =
    typeof verdict === 'string'
      ? translate(`diagnosis.verdict.${verdict}`)
      : verdict.map((cause) => translate(`diagnosis.cause.${cause}`)).join(' · ');
  const severity = verdict === 'healthy' ? 'success' : verdict === 'not-enough-data' ? 'info' : 'warning';
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Alert severity={severity}>
        <Typography component="h2" variant="h6">
          {said}
        </Typography>
        {translate('diagnosis.about', { smart_count: measures.cases, completed: measures.completed })}
      </Alert>
      {verdict !== 'not-enough-data' && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))' }}>
          {findings.map((finding) => (
            <FindingCard key={finding.cause} {...{ finding, measures, moreCrews }} />
          ))}
        </Box>
      )}
      <Section title="diagnosis.where">
        <StageBars hours={measures.hours} />
      </Section>
      <Section title="diagnosis.figures">
        <MeasureTable measures={measures} />
      </Section>
    </Box>
  );
};
