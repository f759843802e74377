import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useState } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useNames } from '../../meta/useMeta';
import { sayHour } from '../../time/hours';
import { nextStop, progress, stillToDo } from '../order';
import type { RoundStop } from '../types';
import { useRound } from '../useRound';
import { CurrentStop } from './CurrentStop';
import { DoneDialog } from './DoneDialog';
import { NotPossibleDialog } from './NotPossibleDialog';
import { UpcomingStop } from './UpcomingStop';

/** The crew's page: one stop after the other, made for a thumb. */
export const DrivePage = () => {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  const round = useRound(id);
  const [asked, setAsked] = useState<{ what: 'done' | 'not-possible'; stop: RoundStop } | null>(null);
  const { row, error, busy, waiting, run, say } = round;
  if (error)
    return (
      <Alert severity="error" sx={{ mt: 2 }}>
        {translate(error.message, { _: error.message })}
      </Alert>
    );
  if (!row) return null;
  const current = nextStop(row);
  const later = stillToDo(row).filter((stop) => stop !== current);
  const { over, all } = progress(row.counts);
  const arrive = (stop: RoundStop) => run(() => say({ name: 'arrive', caseId: stop.caseId }));
  const onRoad = row.status === 'dispatched' && row.mayDrive;
  return (
    <Box
      sx={{
        py: 1,
        maxWidth: 640,
        mx: 'auto',
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'minmax(0, 1fr)',
      }}
    >
      <Title title={names.crew(row.crewId)} />
      <Box>
        <Typography component="h2" variant="h6">
          {translate('rounds.shift', {
            from: sayHour(row.shiftFrom, locale),
            to: sayHour(row.shiftTo, locale),
          })}
        </Typography>
        <LinearProgress
          variant="determinate"
          value={all === 0 ? 0 : (100 * over) / all}
          aria-label={translate('rounds.progressLabel')}
          sx={{ height: 8, borderRadius: 4, my: 0.5 }}
        />
        <Typography color="textSecondary">
          {translate('rounds.progress', { over, all, done: row.counts.done ?? 0 })}
        </Typography>
      </Box>
      {waiting && (
        <Alert severity="info" role="status">
          {translate('rounds.waiting')}
          <LinearProgress sx={{ mt: 1 }} />
        </Alert>
      )}
      {row.status === 'draft' && <Alert severity="info">{translate('rounds.notDispatched')}</Alert>}
      {row.status === 'over' && <Alert severity="success">{translate('rounds.isOver')}</Alert>}
      {onRoad && current && (
        <CurrentStop
          stop={current}
          busy={busy}
          onArrive={() => arrive(current)}
          onDone={() => setAsked({ what: 'done', stop: current })}
          onNotPossible={() => setAsked({ what: 'not-possible', stop: current })}
        />
      )}
      {onRoad && !current && <AllDone busy={busy} onEnd={() => run(() => say({ name: 'end' }))} />}
      {onRoad && later.length > 0 && (
        <Box>
          <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 700, mb: 1 }}>
            {translate('rounds.next')}
          </Typography>
          <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
            {later.map((stop) => (
              <UpcomingStop
                key={stop.caseId}
                stop={stop}
                busy={busy || current?.status === 'arrived'}
                onArrive={() => arrive(stop)}
                onNotPossible={() => setAsked({ what: 'not-possible', stop })}
              />
            ))}
          </Box>
        </Box>
      )}
      <Button component={Link} to={`/rounds/${row.id}/show`}>
        {translate('rounds.wholeRound')}
      </Button>
      {asked?.what === 'done' && (
        <DoneDialog stop={asked.stop} round={round} onClose={() => setAsked(null)} />
      )}
      {asked?.what === 'not-possible' && (
        <NotPossibleDialog stop={asked.stop} round={round} onClose={() => setAsked(null)} />
      )}
    </Box>
  );
};

const AllDone = ({ busy, onEnd }: { busy: boolean; onEnd: () => void }) => {
  const translate = useTranslate();
  return (
    <Alert severity="success">
      <Typography sx={{ mb: 1 }}>{translate('rounds.allDone')}</Typography>
      <Button variant="contained" disabled={busy} onClick={onEnd}>
        {translate('rounds.end')}
      </Button>
    </Alert>
  );
};
