import { Alert, Box } from '@mui/material';
import { useMemo, useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { Timeline } from '../../cases/page/Timeline';
import { Section } from '../../form/Section';
import { useNames } from '../../meta/useMeta';
import { PrintSheet } from '../print/PrintSheet';
import { type UsedRound, useRound } from '../useRound';
import { Conflicts } from './Conflicts';
import { depotOf, marksOf } from './marks';
import { OnTheWay } from './OnTheWay';
import { Others } from './Others';
import { RoundActions } from './RoundActions';
import { RoundHeader } from './RoundHeader';
import { RouteMap } from './RouteMap';
import { StopList } from './StopList';
import { useOthers } from './useOthers';

/** A round: planned by the coordinator as a draft, followed by everybody once it is under way. */
export const RoundPage = () => {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const round = useRound(id);
  if (round.error)
    return (
      <Alert severity="error" sx={{ mt: 2 }}>
        {translate(round.error.message, { _: round.error.message })}
      </Alert>
    );
  return round.row ? <Content round={{ ...round, row: round.row }} /> : null;
};

/** A round that has come. */
export type OpenRound = UsedRound & { row: NonNullable<UsedRound['row']> };

const Content = ({ round }: { round: OpenRound }) => {
  const { row } = round;
  const translate = useTranslate();
  const names = useNames();
  const [chosen, setChosen] = useState<string | null>(null);
  const others = useOthers(row);
  const marks = useMemo(() => marksOf(row, others), [row, others]);
  const depot = useMemo(() => depotOf(row), [row]);
  const onTheWay = row.status === 'dispatched' && row.mayPlan && <OnTheWay round={round} pool={others} />;
  // Whoever looks at the list must not look for the emergency below it.
  const alarm = others.some(({ emergency }) => emergency !== 'none');
  return (
    <Box sx={{ py: 2 }}>
      <Title title={`${translate('rounds.one')} · ${names.crew(row.crewId)}`} />
      <RoundHeader row={row} />
      <RoundActions round={round} />
      <Conflicts row={row} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          mt: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          {alarm && onTheWay}
          <Section title="rounds.inOrder">
            <StopList round={round} chosen={chosen} onChoose={setChosen} />
          </Section>
          {!alarm && onTheWay}
          {row.status === 'draft' && <Others round={round} pool={others} onChoose={setChosen} />}
        </Box>
        <Box sx={{ alignSelf: 'start', position: { lg: 'sticky' }, top: { lg: 64 } }}>
          <RouteMap depot={depot} marks={marks} chosen={chosen} onChoose={setChosen} />
        </Box>
      </Box>
      {row.timeline.length > 0 && (
        <Box sx={{ mt: 2 }}>
          <Timeline entries={row.timeline} joined={row.stops.map((stop) => stop.case)} />
        </Box>
      )}
      <PrintSheet row={row} />
    </Box>
  );
};
