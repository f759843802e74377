import { Alert, Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { Choice } from '../form/Choice';
import { get } from '../http/request';
import { useCategoryChoices } from '../meta/choices';
import { CardDialog } from './CardDialog';
import { CardTable } from './CardTable';
import { periods } from './period';
import { type FigureName, figureNames, type GroupKind, groupKinds, type Scorecards } from './types';

const ALL = 'all';

/** How good work is, by who did it and with what, and how sure that is. */
export const QualityPage = () => {
  const translate = useTranslate();
  const [now] = useState(() => new Date());
  const known = periods(now);
  const [kind, setKind] = useState<GroupKind>('supplier');
  const [figure, setFigure] = useState<FigureName>('stars');
  const [period, setPeriod] = useState(known[0]!);
  const [categoryId, setCategoryId] = useState(ALL);
  const [open, setOpen] = useState<string | null>(null);
  const categories = useCategoryChoices().map(({ id, name }) => ({ id: String(id), name }));
  const one: Record<string, string> = categoryId === ALL ? {} : { categoryId };
  const asked = new URLSearchParams({ kind, from: period.from, to: period.to, ...one }).toString();
  const { data, error } = useQuery({
    queryKey: ['scorecards', asked],
    queryFn: () => get<Scorecards>(`/scorecards?${asked}`),
  });
  const opened = data?.cards.find(({ id }) => id === open);
  const named = <T extends string>(ids: readonly T[], group: string) =>
    ids.map((id) => ({ id, name: translate(`quality.${group}.${id}`) }));
  return (
    <Box sx={{ py: 2, maxWidth: 1100 }}>
      <Title title={translate('quality.title')} />
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {translate('quality.intro')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
        <Choice
          label={translate('quality.of')}
          value={kind}
          choices={named(groupKinds, 'kind')}
          onChange={setKind}
        />
        <Choice
          label={translate('quality.by')}
          value={figure}
          choices={named(figureNames, 'figure')}
          onChange={setFigure}
        />
        <Choice
          label={translate('quality.category')}
          value={categoryId}
          choices={[{ id: ALL, name: translate('quality.every') }, ...categories]}
          onChange={setCategoryId}
        />
        <Choice
          label={translate('quality.period')}
          value={period.id}
          choices={known.map(({ id, year }) => ({
            id,
            name: year ? String(year) : translate('quality.last'),
          }))}
          onChange={(id) => setPeriod(known.find((one) => one.id === id) ?? period)}
        />
      </Box>
      <Alert severity="info" sx={{ mb: 2 }}>
        {translate(`quality.about.${figure}`)}
      </Alert>
      {error && <Alert severity="error">{error.message}</Alert>}
      {data?.cards.length === 0 && <Typography>{translate('quality.none')}</Typography>}
      {data && data.cards.length > 0 && <CardTable scorecards={data} figure={figure} onOpen={setOpen} />}
      {opened && <CardDialog card={opened} asked={asked} onClose={() => setOpen(null)} />}
    </Box>
  );
};
