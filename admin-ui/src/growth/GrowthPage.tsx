import { Alert, Box, Rating, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { Choice } from '../form/Choice';
import { PlainList } from '../form/PlainList';
import { RowLink } from '../form/RowLink';
import { Section } from '../form/Section';
import { get } from '../http/request';
import { currentSession } from '../http/session';
import { useDepartmentChoices } from '../meta/choices';
import { useMeta } from '../meta/useMeta';
import { When } from '../time/When';
import { TrendPicture } from './TrendPicture';
import { changeOf, trendNames } from './trend';
import type { Growth } from './types';

const EVERY = 'all';

/** A team beside its own past, and what citizens thank it for. */
export const GrowthPage = () => {
  const translate = useTranslate();
  const departments = useDepartmentChoices().map(({ id, name }) => ({ id: String(id), name }));
  const own = currentSession()?.user.departmentId ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const [crewId, setCrewId] = useState(EVERY);
  const departmentId = own ?? chosen ?? departments[0]?.id;
  const crews = useMeta().crews.filter((crew) => crew.departmentId === departmentId);
  const asked = new URLSearchParams({
    departmentId: departmentId ?? '',
    ...(crewId !== EVERY && { crewId }),
  });
  const { data, error } = useQuery({
    queryKey: ['growth', asked.toString()],
    queryFn: () => get<Growth>(`/growth?${asked}`),
    enabled: departmentId !== undefined,
  });
  const choose = (id: string) => {
    setChosen(id);
    setCrewId(EVERY);
  };
  return (
    <Box sx={{ py: 2, maxWidth: 1100 }}>
      <Title title={translate('growth.title')} />
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {translate('growth.intro')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
        {!own && departmentId && (
          <Choice
            label={translate('growth.department')}
            value={departmentId}
            choices={departments}
            onChange={choose}
          />
        )}
        <Choice
          label={translate('growth.crew')}
          value={crewId}
          choices={[{ id: EVERY, name: translate('growth.everyCrew') }, ...crews]}
          onChange={setCrewId}
        />
      </Box>
      {error && <Alert severity="error">{error.message}</Alert>}
      {data && <Pictures growth={data} />}
    </Box>
  );
};

const Pictures = ({ growth: { months, thanks, reviews } }: { growth: Growth }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))' }}>
        {trendNames.map((name) => {
          const change = changeOf(months, name);
          return (
            <Section key={name} title={`growth.trend.${name}`}>
              <TrendPicture months={months} name={name} label={translate(`growth.trend.${name}`)} />
              <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
                {translate(change ? `growth.change.${change}` : 'growth.tooLittle')}
              </Typography>
            </Section>
          );
        })}
      </Box>
      {reviews.closed > 0 && (
        <Alert severity="success">
          {translate('growth.reviews', { ...reviews, smart_count: reviews.closed })}
        </Alert>
      )}
      <Section title="growth.thanks">
        {thanks.length === 0 && <Typography color="textSecondary">{translate('growth.noThanks')}</Typography>}
        <PlainList>
          {thanks.map(({ id, caseId, caseNumber, address, stars, words, at }) => (
            <li key={id}>
              <Rating value={stars} readOnly size="small" />
              <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{words}</Typography>
              <Typography variant="body2" color="textSecondary">
                <When at={at} />
              </Typography>
              <RowLink to={`/cases/${caseId}/show`}>
                {[caseNumber, address].filter(Boolean).join(' · ')}
              </RowLink>
            </li>
          ))}
        </PlainList>
      </Section>
    </Box>
  );
};
