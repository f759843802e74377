import { Alert, Box, Button, LinearProgress, Tab, Tabs, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import type { TimelineEntry } from '../cases/types';
import { useSubmit } from '../form/useSubmit';
import { apiBase, get, post } from '../http/request';
import { When } from '../time/When';
import { decoded } from './decoded';
import { Steps } from './Steps';
import type { Numbers } from './titles';
import type { History, Run, Verdict } from './types';
import { useTitle } from './useTitle';

const historyOf = (caseId: string, { workflowId, runId }: Run) =>
  `/audit/${caseId}/history?${new URLSearchParams({ workflowId, runId })}`;

/** A run's history, in plain words and raw, fetched when it is asked for. */
const Reading = ({ caseId, run, entries }: Omit<Props, 'numbers'>) => {
  const translate = useTranslate();
  const [raw, setRaw] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['audit', caseId, run.runId],
    queryFn: () => get<History>(historyOf(caseId, run)),
  });
  if (error) return <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>;
  if (!data) return <LinearProgress />;
  return (
    <>
      <Tabs value={raw} onChange={(_, chosen) => setRaw(chosen)} sx={{ mb: 1 }}>
        <Tab value={false} label={translate('auditPage.steps')} />
        <Tab value={true} label={translate('auditPage.raw')} />
      </Tabs>
      {raw ? (
        <>
          <Typography variant="caption">{translate('auditPage.decoded')}</Typography>
          <Box
            component="pre"
            sx={{ maxHeight: 480, overflow: 'auto', bgcolor: '#eef2f5', p: 1, m: 0, fontSize: 12 }}
          >
            {JSON.stringify(decoded(data), null, 2)}
          </Box>
        </>
      ) : (
        <Steps events={data.events} entries={entries} />
      )}
    </>
  );
};

/** Runs the decisions again from the history and says whether they come out the same. */
const Replay = ({ caseId, run }: { caseId: string; run: Run }) => {
  const translate = useTranslate();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const { submit, busy, error } = useSubmit(async () => {
    const { workflowId, runId } = run;
    setVerdict(await post<Verdict>(`/audit/${caseId}/replay`, { workflowId, runId }));
  });
  return (
    <>
      <Button variant="contained" disabled={busy} onClick={() => submit(undefined)}>
        {translate(busy ? 'auditPage.replaying' : 'auditPage.replay')}
      </Button>
      {error && <Alert severity="error">{error}</Alert>}
      {verdict && (
        <Alert severity={verdict.reproduced ? 'success' : 'error'} sx={{ flexBasis: '100%' }}>
          {translate(verdict.reproduced ? 'auditPage.replayOk' : 'auditPage.replayFailed')}
          {verdict.buildId && ` (${translate('auditPage.build', { build: verdict.buildId })})`}
          {verdict.message && <div>{verdict.message}</div>}
        </Alert>
      )}
    </>
  );
};

interface Props {
  caseId: string;
  run: Run;
  numbers: Numbers;
  /** The log, for the words that a history names by id. */
  entries: TimelineEntry[];
}

export const RunCard = ({ caseId, run, numbers, entries }: Props) => {
  const translate = useTranslate();
  const title = useTitle(numbers)(run.workflowId);
  const { permissions = [] } = usePermissions<string[]>();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {translate('auditPage.run', { run: run.runId })}
        {run.startedAt && (
          <>
            {' '}
            · <When at={run.startedAt} />
          </>
        )}
        {run.events !== null && ` · ${translate('auditPage.events', { smart_count: run.events })}`}
        {run.running && ` · ${translate('auditPage.running')}`}
        {run.buildId && ` · ${translate('auditPage.build', { build: run.buildId })}`}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 1 }}>
        <Button variant="outlined" onClick={() => setOpen(!open)}>
          {translate(open ? 'auditPage.hide' : 'auditPage.show')}
        </Button>
        <Button
          variant="outlined"
          href={apiBase + historyOf(caseId, run)}
          download={`${run.workflowId}_${run.runId}.json`}
        >
          {translate('auditPage.download')}
        </Button>
        {permissions.includes('audit.replay') && <Replay caseId={caseId} run={run} />}
      </Box>
      {open && <Reading caseId={caseId} run={run} entries={entries} />}
    </>
  );
};
