import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import { quick } from '../proxies';
import {
  citizenActSignal,
  movedSignal,
  type OutcomeNotice,
  outcomeSignal,
  progressQuery,
  type ReportInput,
  type ReportProgress,
} from './messages';
import type { ReportPorts } from './ports';

const ports = proxyActivities<ReportPorts>(quick);

/**
 * What one person told us: matched to a case, handed over, and awaited. "Repaired" asks the citizen to
 * rate, the final outcome settles the report. A reopened case speaks again.
 */
export async function reportWorkflow({ reportId, caseId, settled = false }: ReportInput): Promise<void> {
  const { workflowId, runId } = workflowInfo();
  const inbox: (() => Promise<void>)[] = [];
  const passedOn = new Set<string>();
  let step: ReportProgress['step'] = settled ? 'settled' : caseId ? 'waiting' : 'matching';
  let archived = false;

  setHandler(progressQuery, () => ({ reportId, caseId: caseId ?? null, step }));
  setHandler(citizenActSignal, ({ actId, kind }) => {
    if (passedOn.has(actId)) return;
    passedOn.add(actId);
    inbox.push(() => ports.passOn({ caseId: handedTo(), actId, reportId, kind }));
  });
  setHandler(movedSignal, (moved) => {
    inbox.push(async () => {
      caseId = moved.caseId;
      step = 'waiting';
    });
  });
  setHandler(outcomeSignal, (notice) => {
    inbox.push(() => hear(notice));
  });

  if (!caseId) {
    caseId = await ports.matchOrOpen(reportId);
    await ports.handOver(caseId);
    step = 'waiting';
  }

  for (;;) {
    const isTired = workflowInfo().continueAsNewSuggested;
    const item = inbox.shift();
    if (item) {
      archived = false;
      await item();
    } else if (step !== 'settled' && !isTired) {
      await condition(() => inbox.length > 0);
    } else if (!archived) {
      archived = true;
      await ports.archiveHistory({ workflowId, runId });
    } else if (step === 'settled') {
      return;
    } else {
      await continueAsNew<typeof reportWorkflow>({ reportId, caseId });
    }
  }

  function handedTo(): string {
    if (!caseId) throw new Error('The report has no case yet');
    return caseId;
  }

  /** The case that speaks is the report's case: after a merge its word may overtake the news of the move. */
  async function hear({ caseId: from, cycle, outcome, final }: OutcomeNotice): Promise<void> {
    caseId = from;
    if (final) {
      await ports.settleReport({ reportId, caseId, outcome });
      step = 'settled';
    } else {
      await ports.askForRating({ reportId, caseId, cycle });
      step = 'rating';
    }
  }
}
