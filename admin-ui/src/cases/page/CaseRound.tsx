import { Alert, Box, Button, Link as MuiLink } from '@mui/material';
import { useGetList, useLocale, usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useNames } from '../../meta/useMeta';
import type { RoundRow } from '../../rounds/types';
import { useRound } from '../../rounds/useRound';
import { sayInstant } from '../../time/instant';
import type { CaseDetail } from '../types';
import { mayJoinRound } from './mayJoinRound';

/** In which round the case is; else, for who plans, which crew on the road could come to it next. */
export const CaseRound = ({ row }: { row: CaseDetail }) => {
  const { permissions = [] } = usePermissions<string[]>();
  if (row.round?.status === 'dispatched') return <InRound row={row} />;
  if (!permissions.includes('round.plan') || !mayJoinRound(row)) return row.round && <InRound row={row} />;
  return <OnTheRoad row={row} />;
};

const InRound = ({ row: { round } }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();
  if (!round) return null;
  return (
    <MuiLink component={Link} to={`/rounds/${round.id}/show`} sx={{ display: 'inline-block', mt: 1 }}>
      {translate('rounds.inRound', {
        crew: names.crew(round.crewId),
        when: sayInstant(round.shiftFrom, locale),
      })}
    </MuiLink>
  );
};

/** One button for each crew that is on the road now. */
const OnTheRoad = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const { data: rounds = [] } = useGetList<RoundRow>('rounds', {
    filter: { status: 'dispatched', departmentId: row.departmentId },
    pagination: { page: 1, perPage: 20 },
    sort: { field: 'shiftFrom', order: 'ASC' },
  });
  const now = Date.now();
  const running = rounds.filter(({ shiftTo }) => Date.parse(shiftTo) > now);
  if (running.length === 0) return null;
  const urgent = row.emergency !== 'none';
  return (
    <Alert severity={urgent ? 'warning' : 'info'} icon={false} sx={{ mt: 1, displayPrint: 'none' }}>
      {translate('rounds.insertHelp')}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {running.map((round) => (
          <SendCrew key={round.id} round={round} caseId={row.id} urgent={urgent} />
        ))}
      </Box>
    </Alert>
  );
};

const SendCrew = ({ round, caseId, urgent }: { round: RoundRow; caseId: string; urgent: boolean }) => {
  const translate = useTranslate();
  const names = useNames();
  const { busy, run, say } = useRound(round.id);
  return (
    <Button
      variant="contained"
      color={urgent ? 'error' : 'primary'}
      disabled={busy}
      onClick={() => run(() => say({ name: 'insert', caseId }))}
    >
      {translate('rounds.insertInto', { crew: names.crew(round.crewId) })}
    </Button>
  );
};
