import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { ForwardFactName } from '../../domain/case/facts';
import { agencyAt, betweenCallsMs, deafMs } from '../../domain/emergency/calls';
import { quick, urgent } from '../proxies';
import {
  acknowledgeSignal,
  caseOverSignal,
  type EmergencyInput,
  emergencyUpdateSignal,
  recallSignal,
} from './messages';
import type { EmergencyPorts } from './ports';

const { listAgencies, tellCase, archiveHistory } = proxyActivities<EmergencyPorts>(quick);
const { postAlert, alertOnCall } = proxyActivities<EmergencyPorts>(urgent);
/** An Update or Cancel has no next agency: it is worth repeating for longer than an alert. */
const { postFollowUp } = proxyActivities<EmergencyPorts>({ ...quick, scheduleToCloseTimeout: '1 hour' });

/** Calls in one run, so that a night without an answer keeps each history short. */
const maxCalls = 50;

/**
 * Calls for help: agency after agency and the person on call, round and round until somebody acknowledges
 * or the forward is recalled. Acknowledged, it stays to pass news of the case on until that is over.
 */
export async function emergencyWorkflow({ caseId, forwardNumber, step }: EmergencyInput): Promise<void> {
  const { workflowId, runId } = workflowInfo();
  const forward = { caseId, forwardNumber };
  const at = step ? { ...step } : { attempt: 0, followUps: 0, acknowledgedBy: null as string | null };
  const firstAttempt = at.attempt;
  let toldAcknowledged = at.acknowledgedBy !== null;
  let recalled = false;
  let over = false;
  let moreReports = false;
  let archived = false;
  let newsCount = 0;

  setHandler(acknowledgeSignal, ({ agencyId }) => {
    at.acknowledgedBy ??= agencyId;
  });
  setHandler(recallSignal, () => {
    recalled = true;
  });
  setHandler(emergencyUpdateSignal, () => {
    moreReports = true;
  });
  setHandler(caseOverSignal, () => {
    over = true;
  });
  const answered = () => at.acknowledgedBy !== null || recalled || over;
  const isTired = () => workflowInfo().continueAsNewSuggested || at.attempt - firstAttempt >= maxCalls;

  while (!recalled && !over) {
    if (moreReports) {
      moreReports = false;
      await followUp('Update');
    } else if (at.acknowledgedBy !== null && !toldAcknowledged) {
      toldAcknowledged = true;
      await tell('forward-acknowledged', at.acknowledgedBy);
    } else if (isTired() && archived) {
      await continueAsNew<typeof emergencyWorkflow>({ ...forward, step: at });
    } else if (isTired()) {
      archived = true;
      await archiveHistory({ workflowId, runId });
    } else if (at.acknowledgedBy !== null) {
      await condition(() => moreReports || recalled || over || isTired());
    } else {
      await callForHelp();
    }
  }
  if (recalled) await followUp('Cancel');
  await archiveHistory({ workflowId, runId });

  /** One agency and its time to answer; without an answer, or an agency, the person on call hears of it. */
  async function callForHelp(): Promise<void> {
    const agencyId = agencyAt(await listAgencies(caseId), at.attempt);
    if (agencyId !== null) {
      await waitForAnswer(await alert(agencyId));
      if (answered()) return;
      await tell('forward-unanswered', agencyId);
    }
    if (await alerted()) await tell('on-call-alerted', agencyId);
    if (agencyId === null) await waitForAnswer(Date.now() + betweenCallsMs);
    at.attempt += 1;
  }

  /** Until when the agency may answer; one that cannot be reached is not waited for. */
  async function alert(agencyId: string): Promise<number> {
    try {
      const { ackBy } = await postAlert({ ...forward, agencyId, attempt: at.attempt });
      await tell('forwarded', agencyId);
      return ackBy;
    } catch {
      return Date.now() + deafMs;
    }
  }

  async function waitForAnswer(until: number): Promise<void> {
    while (!answered() && Date.now() < until) {
      await condition(() => answered() || moreReports, until - Date.now());
      if (moreReports && !answered()) {
        moreReports = false;
        await followUp('Update');
      }
    }
  }

  async function alerted(): Promise<boolean> {
    try {
      return (await alertOnCall({ ...forward, attempt: at.attempt })).alerted;
    } catch {
      return false;
    }
  }

  /** Told as far as they can be reached; what failed stands in the history and with the forward's row. */
  async function followUp(msgType: 'Update' | 'Cancel'): Promise<void> {
    at.followUps += 1;
    try {
      await postFollowUp({ ...forward, msgType, sequence: at.followUps });
    } catch {
      return;
    }
    // That it is recalled the case knows: it said so.
    if (msgType === 'Update') await tell('forward-updated', at.acknowledgedBy);
  }

  async function tell(name: ForwardFactName, agencyId: string | null): Promise<void> {
    newsCount += 1;
    await tellCase({
      caseId,
      news: { newsId: `${runId}-${newsCount}`, forwardNumber, name, agencyId, attempt: at.attempt },
    });
  }
}
