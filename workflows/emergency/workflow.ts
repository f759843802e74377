import {
  ActivityCancellationType,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { ForwardFactName } from '../../domain/case/facts';
import { agencyAt, betweenCallsMs, endsRound } from '../../domain/emergency/calls';
import { quick, urgent } from '../proxies';
import {
  acknowledgeSignal,
  caseOverSignal,
  type EmergencyInput,
  emergencyUpdateSignal,
  type ForwardStep,
  recallSignal,
} from './messages';
import type { EmergencyPorts } from './ports';

const { listAgencies, answerOf, tellCase, archiveHistory } = proxyActivities<EmergencyPorts>(quick);
/** A recall waits for what is on its way to an agency, so that the Cancel comes after it, but for no other try. */
const cancellationType = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED;
const { postAlert, alertOnCall } = proxyActivities<EmergencyPorts>({ ...urgent, cancellationType });
/** An Update or Cancel has no next agency: it is worth repeating for longer than an alert. */
const { postFollowUp } = proxyActivities<EmergencyPorts>({
  ...{ ...urgent, scheduleToCloseTimeout: '1 hour' as const, cancellationType },
});

/** Calls in one run, so that a night without an answer keeps each history short. */
const maxCalls = 50;

/**
 * Calls for help: agency after agency and the person on call, round and round until somebody acknowledges
 * or the forward is recalled. Acknowledged, it stays to pass news of the case on until that is over.
 */
export async function emergencyWorkflow({ step, ...input }: EmergencyInput): Promise<void> {
  const { workflowId, runId } = workflowInfo();
  const { caseId, forwardNumber } = input;
  const of = { caseId, forwardNumber };
  const at: ForwardStep = step ? { ...step } : { attempt: 0, followUps: 0, acknowledgedBy: null };
  const firstAttempt = at.attempt;
  let toldAcknowledged = at.acknowledgedBy !== null;
  let recalled = false;
  let over = false;
  /** The agencies are still to hear of more reports. */
  let moreReports = step?.moreReports ?? false;
  let updating = false;
  let archived = false;
  let newsCount = 0;
  /** Somebody could be told in this round. */
  let reached = false;
  let onCallAt = 0;

  setHandler(acknowledgeSignal, ({ agencyId }) => {
    at.acknowledgedBy ??= agencyId;
  });
  const calls = new CancellationScope();
  const updates = new CancellationScope();
  setHandler(recallSignal, () => {
    recalled = true;
    calls.cancel();
  });
  setHandler(emergencyUpdateSignal, () => {
    moreReports = true;
  });
  setHandler(caseOverSignal, () => {
    over = true;
    calls.cancel();
  });
  const answered = () => at.acknowledgedBy !== null || recalled || over;
  const isTired = () => workflowInfo().continueAsNewSuggested || at.attempt - firstAttempt >= maxCalls;

  const updated = updates.run(sendUpdates).catch(unlessCancelled);
  while (!recalled && !over) {
    if (at.acknowledgedBy !== null && !toldAcknowledged) {
      toldAcknowledged = true;
      await tell('forward-acknowledged', at.acknowledgedBy);
    } else if (isTired() && archived) {
      const unsaid = moreReports || updating;
      await continueAsNew<typeof emergencyWorkflow>({ ...of, step: { ...at, moreReports: unsaid } });
    } else if (isTired()) {
      archived = true;
      await archiveHistory({ workflowId, runId });
    } else if (at.acknowledgedBy !== null) {
      await condition(() => recalled || over || isTired());
    } else {
      await calls.run(callForHelp).catch(unlessCancelled);
    }
  }
  updates.cancel();
  await updated;
  if (recalled) await followUp('Cancel');
  await archiveHistory({ workflowId, runId });

  /** One agency and its time to answer; without an answer, or an agency, the person on call hears of it. */
  async function callForHelp(): Promise<void> {
    const agencies = await listAgencies(caseId);
    const agencyId = agencyAt(agencies, at.attempt);
    if (agencyId !== null) {
      const ackBy = await alert(agencyId);
      if (ackBy !== null) await waitForAnswer(ackBy);
      at.acknowledgedBy ??= await answerOf(of);
      if (answered()) return;
      await tell('forward-unanswered', agencyId);
    }
    if (await alerted()) await tell('on-call-alerted', agencyId);
    if (endsRound(agencies, at.attempt)) {
      if (!reached) await waitForAnswer(Date.now() + betweenCallsMs);
      reached = false;
    }
    at.attempt += 1;
  }

  /** Until when the agency may answer; one that cannot be reached is not waited for. */
  async function alert(agencyId: string): Promise<number | null> {
    try {
      const { ackBy } = await postAlert({ ...of, agencyId, attempt: at.attempt });
      reached = true;
      await tell('forwarded', agencyId);
      return ackBy;
    } catch (error) {
      if (isCancellation(error)) throw error;
      return null;
    }
  }

  async function waitForAnswer(until: number): Promise<void> {
    if (!answered() && Date.now() < until) await condition(answered, until - Date.now());
  }

  /** Woken once in a while, whatever happens: who hears of every try of a deaf agency soon hears of none. */
  async function alerted(): Promise<boolean> {
    if (Date.now() - onCallAt < betweenCallsMs) return false;
    try {
      const { alerted: somebody } = await alertOnCall({ ...of, attempt: at.attempt });
      if (somebody) onCallAt = Date.now();
      return somebody;
    } catch (error) {
      if (isCancellation(error)) throw error;
      return false;
    }
  }

  /** Beside the calls: an agency that is deaf to an Update holds up neither the next one nor a recall. */
  async function sendUpdates(): Promise<void> {
    for (;;) {
      await condition(() => moreReports);
      moreReports = false;
      updating = true;
      await followUp('Update');
      updating = false;
    }
  }

  /** Told as far as they can be reached; what failed stands in the history and with the forward's row. */
  async function followUp(msgType: 'Update' | 'Cancel'): Promise<void> {
    const sequence = at.followUps + 1;
    try {
      await postFollowUp({ ...of, msgType, sequence });
      at.followUps = sequence;
    } catch (error) {
      if (isCancellation(error)) throw error;
      at.followUps = sequence;
      return;
    }
    // That it is recalled the case knows: it said so.
    if (msgType === 'Update') await tell('forward-updated', at.acknowledgedBy);
  }

  async function tell(name: ForwardFactName, agencyId: string | null): Promise<void> {
    newsCount += 1;
    const news = {
      newsId: `${runId}-${newsCount}`,
      forwardNumber,
      news: name,
      agencyId,
      attempt: at.attempt,
    };
    // It has happened, whatever is called off meanwhile.
    await CancellationScope.nonCancellable(() => tellCase({ caseId, news }));
  }
}

function unlessCancelled(error: unknown): void {
  if (!isCancellation(error)) throw error;
}
