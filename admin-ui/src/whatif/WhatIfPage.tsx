import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { Choice } from '../form/Choice';
import { get } from '../http/request';
import { currentSession } from '../http/session';
import { useDepartmentChoices } from '../meta/choices';
import { dayOf } from '../time/hours';
import { sayDay } from '../time/instant';
import { MeasuredFigures } from './MeasuredFigures';
import { MissingData } from './MissingData';
import { QuestionForm } from './QuestionForm';
import { periods, readPeriod, readScenario, writeScenario } from './question';
import { Result } from './Result';
import type { Answer, Period, Scenario } from './types';

/** Another question is being played: it is worth asking again. */
const BUSY = 429;
const TRIES = 3;

/** What would be otherwise in a department, next to what is to be expected. What is asked stands in the address. */
export const WhatIfPage = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const [params, setParams] = useSearchParams();
  const departments = useDepartmentChoices().map(({ id, name }) => ({ id: String(id), name }));
  const [today] = useState(() => dayOf());
  const known = periods(today, readPeriod(params));
  const asked = readPeriod(params) ?? known[0]!;
  const period = known.find(({ from, to }) => from === asked.from && to === asked.to)!;
  const own = currentSession()?.user.departmentId ?? null;
  const departmentId = own ?? params.get('departmentId') ?? departments[0]?.id ?? '';
  const scenario = readScenario(params);
  const of = new URLSearchParams({ departmentId, from: period.from, to: period.to }).toString();
  const otherwise = new URLSearchParams(writeScenario(scenario)).toString();
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['what-if', of, otherwise],
    queryFn: ({ signal }) => get<Answer>(`/what-if?${of}&${otherwise}`, signal),
    enabled: departmentId !== '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, problem) => (problem as { status?: number }).status === BUSY && failures < TRIES,
    // What is as today stays in sight while another change is worked out.
    placeholderData: (before, query) => (query?.queryKey[1] === of ? before : undefined),
  });
  const ask = (department: string, { from, to }: Period, wanted?: Scenario) =>
    setParams({ departmentId: department, from, to, ...(wanted && writeScenario(wanted)) });
  return (
    <Box sx={{ py: 2, maxWidth: 1100, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={translate('whatIf.title')} />
      <Typography color="textSecondary">{translate('whatIf.intro')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {!own && departments.length > 0 && (
          <Choice
            label={translate('resources.cases.fields.departmentId')}
            value={departmentId}
            choices={departments}
            onChange={(id) => ask(id, period)}
          />
        )}
        <Choice
          label={translate('whatIf.period')}
          value={period.id}
          choices={known.map(({ id, weeks, from, to }) => ({
            id,
            name: weeks
              ? translate('whatIf.weeks', { smart_count: weeks })
              : translate('whatIf.days', { from: sayDay(from, locale), to: sayDay(to, locale) }),
          }))}
          onChange={(id) => ask(departmentId, known.find((one) => one.id === id) ?? period)}
        />
      </Box>
      {data && data.measured.cases > 0 && (
        <QuestionForm
          key={of}
          asked={scenario}
          measured={data.measured}
          busy={isFetching}
          onAsk={(wanted) => ask(departmentId, period, wanted)}
        />
      )}
      <Box role="status">
        {isFetching && (
          <>
            <LinearProgress aria-label={translate('whatIf.running')} />
            <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
              {translate('whatIf.running')}
            </Typography>
          </>
        )}
      </Box>
      {error && <Alert severity="error">{error.message}</Alert>}
      {data?.verdict === 'not-enough-data' && !isPlaceholderData && <MissingData missing={data.missing} />}
      {data?.verdict === 'enough' && (
        <Result answer={data} scenario={isPlaceholderData ? null : scenario} begin={period.to} />
      )}
      {data && <MeasuredFigures measured={data.measured} />}
    </Box>
  );
};
