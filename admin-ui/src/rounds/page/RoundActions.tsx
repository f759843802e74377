import PhoneIcon from '@mui/icons-material/PhoneAndroid';
import PrintIcon from '@mui/icons-material/Print';
import PlanIcon from '@mui/icons-material/Route';
import { Box, Button, LinearProgress } from '@mui/material';
import { useState } from 'react';
import { Confirm, useDataProvider, useRedirect, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { dispatchRound, planRound } from '../api';
import type { OpenRound } from './RoundPage';

type Asked = 'dispatch' | 'discard' | 'end';

/** What can be done about the whole round; what cannot be taken back is asked again. */
export const RoundActions = ({ round }: { round: OpenRound }) => {
  const { row, busy, run, say } = round;
  const translate = useTranslate();
  const redirect = useRedirect();
  const provider = useDataProvider();
  const [asked, setAsked] = useState<Asked | null>(null);
  const work: Record<Asked, () => Promise<unknown>> = {
    dispatch: () => run(() => dispatchRound(row.id)),
    discard: async () => {
      if (await run(() => provider.delete('rounds', { id: row.id }))) redirect('list', 'rounds');
    },
    end: () => run(() => say({ name: 'end' })),
  };
  const confirmed = async () => {
    if (asked) await work[asked]();
    setAsked(null);
  };
  const drafted = row.status === 'draft' && row.mayPlan;
  return (
    <Box sx={{ displayPrint: 'none' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 2 }}>
        {drafted && (
          <Button
            variant={row.stops.length > 0 ? 'outlined' : 'contained'}
            startIcon={<PlanIcon />}
            disabled={busy}
            onClick={() => run(() => planRound(row.id))}
          >
            {translate(row.plannedAt ? 'rounds.planAgain' : 'rounds.planNow')}
          </Button>
        )}
        {drafted && (
          <Button
            variant="contained"
            disabled={busy || row.stops.length === 0}
            onClick={() => setAsked('dispatch')}
          >
            {translate('rounds.dispatch')}
          </Button>
        )}
        {row.status === 'dispatched' && row.mayDrive && (
          <Button
            component={Link}
            to={`/rounds/${row.id}/drive`}
            variant="contained"
            startIcon={<PhoneIcon />}
          >
            {translate('rounds.drive')}
          </Button>
        )}
        {row.stops.length > 0 && (
          <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => window.print()}>
            {translate('rounds.print')}
          </Button>
        )}
        {row.status === 'dispatched' && row.mayDrive && (
          <Button disabled={busy} onClick={() => setAsked('end')}>
            {translate('rounds.end')}
          </Button>
        )}
        {drafted && (
          <Button color="error" disabled={busy} onClick={() => setAsked('discard')}>
            {translate('rounds.discard')}
          </Button>
        )}
      </Box>
      {busy && <LinearProgress aria-label={translate('rounds.working')} />}
      <Confirm
        isOpen={asked !== null}
        loading={busy}
        title={`rounds.ask.${asked ?? 'end'}.title`}
        content={`rounds.ask.${asked ?? 'end'}.content`}
        onConfirm={confirmed}
        onClose={() => setAsked(null)}
      />
    </Box>
  );
};
