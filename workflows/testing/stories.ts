import { answeredSignal } from '../case/messages';
import { acknowledgeSignal } from '../emergency/messages';
import { reviewHandle, setFollowUp } from './reviews';
import { dispatch, roundOver, shiftEnd, tell, toAssign } from './rounds';
import { hour, minute, type Stage } from './stage';

/** Plays one life of a report and its case to the end, and the round that it was in or the review of it, if any. */
export type Story = (
  stage: Stage,
) => Promise<{ reportId: string; caseId: string; roundId?: string; reviewId?: string }>;

const crew = { kind: 'crew', id: 'crew' } as const;

/**
 * The lives whose histories are kept and must replay for ever. A new kind of life gets a story of its own; one
 * that was recorded is never recorded anew.
 */
export const stories: Record<string, Story> = {
  async repaired(stage) {
    const told = await stage.report();
    const { caseId, reportId } = told;
    await stage.command(caseId, 'verify', {});
    await stage.command(caseId, 'accept', {});
    await stage.command(caseId, 'make-safe', { crewId: 'crew' });
    await stage.command(caseId, 'assign', { assignee: crew });
    await stage.command(caseId, 'made-safe', {});
    await stage.command(caseId, 'start', {});
    await stage.command(caseId, 'pause', { pauseId: 'pause', reason: 'supplier' });
    await stage.env.sleep(3 * hour);
    await stage.command(caseId, 'resume', { pauseId: 'pause' });
    await stage.act(reportId, 'words');
    await stage.untilFact(caseId, 'citizen-added');
    await stage.repair(caseId);
    await stage.act(reportId, 'rating');
    await stage.untilFact(caseId, 'rated');
    await stage.command(caseId, 'close', { outcome: 'repaired' });
    await stage.end(caseId);
    return told;
  },

  async rejected(stage) {
    const told = await stage.report();
    await stage.command(told.caseId, 'reject', { reason: 'abusive' });
    await stage.end(told.caseId);
    return told;
  },

  async answered(stage) {
    const told = await stage.report({ kind: 'question' });
    await stage.command(told.caseId, 'answer', {});
    await stage.end(told.caseId);
    return told;
  },

  async late(stage) {
    const told = await stage.report();
    const { caseId, reportId } = told;
    await stage.reach(stage.clock(caseId, 'verification').plan!.escalateAt!);
    await stage.untilFact(caseId, 'management');
    await stage.work(caseId);
    await stage.reach(stage.clock(caseId, 'repair').plan!.escalateAt!);
    await stage.untilFact(caseId, 'management', 2);
    await stage.repair(caseId);
    await stage.act(reportId, 'not-fixed');
    await stage.untilFact(caseId, 'reopen-asked');
    await stage.command(caseId, 'decide-reopen', { reopen: true });
    await stage.command(caseId, 'assign', { assignee: crew });
    await stage.command(caseId, 'start', {});
    await stage.repair(caseId);
    await stage.end(caseId);
    return told;
  },

  async rescued(stage) {
    const told = await stage.report({ emergency: 'imminent' });
    const { caseId } = told;
    await stage.untilFact(caseId, 'forwarded');
    await stage.report({ joins: caseId, emergency: 'injured' });
    await stage.untilFact(caseId, 'forward-updated');
    await stage.env.sleep(stage.world.ackMinutes * minute);
    await stage.untilFact(caseId, 'forwarded', 2);
    const forward = stage.forward(caseId);
    await forward.signal(acknowledgeSignal, { agencyId: 'ambulance' });
    await stage.untilFact(caseId, 'forward-acknowledged');
    await stage.work(caseId);
    await stage.repair(caseId);
    await stage.end(caseId);
    await forward.result();
    return told;
  },

  async recalled(stage) {
    const told = await stage.report({ emergency: 'injured' });
    const { caseId } = told;
    await stage.untilFact(caseId, 'forwarded');
    await stage.command(caseId, 'recall', {});
    await stage.untilFact(caseId, 'forward-recalled');
    await stage.command(caseId, 'reject', { reason: 'not-a-problem' });
    await stage.end(caseId);
    return told;
  },

  /** Its last run takes over from the one before, in the middle of a life. */
  async continued(stage) {
    const told = await stage.report();
    const { caseId } = told;
    await stage.command(caseId, 'verify', {});
    await stage.command(caseId, 'accept', {});
    const runOf = async () => (await stage.handle(caseId).describe()).runId;
    const firstRun = await runOf();
    while ((await runOf()) === firstRun) {
      await Promise.all(Array.from({ length: 9 }, () => stage.command(caseId, 'assign', { assignee: crew })));
    }
    await stage.command(caseId, 'start', {});
    await stage.repair(caseId);
    await stage.end(caseId);
    return told;
  },

  /** Its last run begins when a case that had ended is called back. */
  async reopened(stage) {
    const told = await stage.report();
    const { caseId, reportId } = told;
    await stage.work(caseId);
    await stage.repair(caseId);
    await stage.end(caseId);
    await stage.until(() => stage.world.settled.has(reportId));
    await stage.act(reportId, 'not-fixed');
    await stage.untilFact(caseId, 'reopen-asked');
    await stage.command(caseId, 'decide-reopen', { reopen: true });
    await stage.command(caseId, 'assign', { assignee: crew });
    await stage.command(caseId, 'start', {});
    await stage.repair(caseId);
    await stage.end(caseId);
    return told;
  },

  async merged(stage) {
    const { caseId: intoCaseId } = await stage.report();
    const told = await stage.report();
    await stage.command(told.caseId, 'merge', { intoCaseId });
    await stage.end(told.caseId);
    await stage.work(intoCaseId);
    await stage.repair(intoCaseId);
    await stage.end(intoCaseId);
    return told;
  },

  /** Reached, not possible, put in on the way, not reached; and repaired on another day. */
  async 'in-a-round'(stage) {
    const told = await stage.report();
    const [other, last, emergency] = [await stage.report(), await stage.report(), await stage.report()];
    for (const { caseId } of [told, other, last, emergency]) await toAssign(stage, caseId);
    const roundId = await dispatch(stage, [told, other, last]);
    await tell(stage, roundId, 'arrive', { caseId: other.caseId });
    await tell(stage, roundId, 'insert', { caseId: emergency.caseId, task: 'repair' });
    await tell(stage, roundId, 'done', { caseId: other.caseId, repairId: 'repair' });
    await tell(stage, roundId, 'not-possible', { caseId: emergency.caseId, reason: 'vehicle-parked' });
    await tell(stage, roundId, 'reorder', { order: [last.caseId, told.caseId] });
    await tell(stage, roundId, 'arrive', { caseId: last.caseId });
    await stage.reach(shiftEnd(stage, roundId));
    await stage.untilFact(told.caseId, 'unassigned');
    await tell(stage, roundId, 'done', { caseId: last.caseId, repairId: 'repair' });
    await roundOver(stage, roundId);
    await stage.command(told.caseId, 'assign', { assignee: crew });
    await stage.command(told.caseId, 'start', {});
    await stage.repair(told.caseId);
    await stage.end(told.caseId);
    return { ...told, roundId };
  },

  async 'in-conversation'(stage) {
    const told = await stage.report();
    const { caseId, reportId } = told;
    const citizen = { kind: 'citizen', id: reportId } as const;
    await stage.command(caseId, 'ask', { questionId: 'where', of: citizen, dueAt: Date.now() + 9e11 });
    const answer = { questionId: 'where', messageId: 'there', actor: citizen };
    await stage.world.toCase(caseId, answeredSignal, [answer]);
    await stage.untilFact(caseId, 'question-answered');
    await stage.command(caseId, 'verify', {});
    await stage.command(caseId, 'accept', {});
    const part = { partId: `part-of-${caseId}`, departmentId: 'water', categoryId: 'leak' };
    await stage.command(caseId, 'open-part', part);
    const supplier = { kind: 'supplier', id: 'supplier' } as const;
    await stage.command(caseId, 'hand-over', { handoverId: 'first', to: supplier });
    await stage.until(() => stage.clock(caseId, 'handover').plan !== null);
    await stage.reach(stage.clock(caseId, 'handover').plan!.dueAt);
    await stage.untilFact(caseId, 'handover-unanswered');
    await stage.command(caseId, 'hand-over', { handoverId: 'second', to: supplier });
    await stage.command(caseId, 'answer-handover', { handoverId: 'second', taken: true });
    await stage.command(caseId, 'start', {});
    const asked = Math.round(await stage.now()) + 4 * hour;
    await stage.command(caseId, 'ask', { questionId: 'when', of: supplier, dueAt: asked });
    await stage.reach(asked);
    await stage.untilFact(caseId, 'question-expired');
    await stage.command(part.partId, 'reject', { reason: 'not-ours' });
    await stage.untilFact(caseId, 'part-ended');
    await stage.repair(caseId);
    await stage.command(caseId, 'close', { outcome: 'repaired' });
    await stage.end(caseId);
    return told;
  },

  /** A breach whose follow-up is put off once. */
  async reviewed(stage) {
    const told = await stage.report();
    const { caseId } = told;
    await stage.reach(stage.clock(caseId, 'verification').plan!.dueAt);
    await stage.untilFact(caseId, 'breach');
    const followUpAt = Math.round(await stage.now()) + 240 * hour;
    const reviewId = await setFollowUp(stage, followUpAt);
    await stage.until(() => stage.world.callsOf('followUpOf', reviewId).length === 1);
    await setFollowUp(stage, followUpAt + 24 * hour, reviewId);
    await stage.command(caseId, 'reject', { reason: 'not-a-problem' });
    await stage.end(caseId);
    await reviewHandle(stage, reviewId).result();
    return { ...told, reviewId };
  },
};
