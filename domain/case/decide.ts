import { importDeadline } from '../sla/planning';
import type { Command } from './commands';
import type { Fact, FactName } from './facts';
import { answerOffer, offer, withdrawAnyOffer, withdrawOffer } from './handing-over';
import { type Decision, next } from './next';
import { openPart } from './parts';
import { ask, withdrawAll, withdrawQuestion } from './questions';
import type { CaseState, Instant, Pause } from './state';

export type Change = { to: Partial<CaseState>; facts: [FactName, Fact['data']?][] };

/**
 * What a legal command makes of a case: the next state and what happened. `check` comes first; `now` is
 * the workflow's instant in epoch milliseconds.
 */
export function decide(state: CaseState, command: Command, now: Instant): Decision {
  const { to, facts } = change(state, command, now);
  return next(
    state,
    to,
    facts.map(([name, data]) => ({
      name,
      actor: command.actor,
      commandId: command.commandId,
      noteId: command.noteId,
      data,
    })),
    now,
  );
}

function change(state: CaseState, command: Command, now: Instant): Change {
  switch (command.name) {
    case 'verify': {
      const { categoryId = state.categoryId, danger = state.danger } = command;
      return {
        to: { status: 'accepting', categoryId, danger },
        facts: [['verified', { categoryId, danger }]],
      };
    }
    case 'reject':
      return end(state, 'rejected', 'rejected', [['rejected', { reason: command.reason }]]);
    case 'answer':
      return end(state, 'answered', 'answered', [['answered']]);
    case 'reroute': {
      const { departmentId, categoryId } = command;
      const status = state.status === 'verifying' ? 'verifying' : 'accepting';
      return {
        to: { status, departmentId, categoryId, assignee: null, pauses: [] },
        facts: [['rerouted', { fromDepartmentId: state.departmentId, departmentId, categoryId }]],
      };
    }
    case 'accept':
      return { to: { status: 'assigning' }, facts: [['accepted']] };
    case 'make-safe':
      return { to: { safety: 'ordered' }, facts: [['make-safe-ordered', { crewId: command.crewId }]] };
    case 'made-safe':
      return { to: { safety: 'done' }, facts: [['made-safe', { photoId: command.photoId ?? null }]] };
    case 'assign': {
      const { assignee, roundId } = command;
      const data = { ...assignee, ...(roundId && { roundId }) };
      return { to: { status: 'assigned', assignee }, facts: [['assigned', data]] };
    }
    case 'unassign': {
      const { reason = null, roundId } = command;
      const data = { ...state.assignee, reason, ...(roundId && { roundId }) };
      return { to: { status: 'assigning', assignee: null }, facts: [['unassigned', data]] };
    }
    case 'start':
      return { to: { status: 'working' }, facts: [['started']] };
    case 'pause': {
      const { pauseId: id, reason, until = null } = command;
      const pause: Pause = { id, reason, from: now, until, endsAt: null };
      return {
        to: { pauses: [...state.pauses, pause] },
        facts: [['paused', { pauseId: id, reason, until }]],
      };
    }
    case 'resume': {
      const { pauseId } = command;
      const pauses = state.pauses.filter(({ id }) => id !== pauseId);
      return { to: { pauses }, facts: [['resumed', { pauseId }]] };
    }
    case 'mark-repaired': {
      // A repair makes an open order to cordon off pointless, and calling for help.
      const called = state.forward === 'running';
      return {
        to: {
          status: 'repaired',
          pauses: [],
          ...nothingAsked,
          safety: state.safety === 'ordered' ? 'none' : state.safety,
          forward: called ? 'recalled' : state.forward,
        },
        facts: [
          ['repaired', { repairId: command.repairId }],
          ...recall(called),
          ...withdrawAll(state),
          ...withdrawAnyOffer(state),
        ],
      };
    }
    case 'qualify': {
      const { qualificationId, real, danger, categoryId } = command;
      const qualified: Change['facts'][number] = ['qualified', { qualificationId, real, danger, categoryId }];
      if (!real) return end(state, 'closed', 'not-real', [qualified, ['closed', { outcome: 'not-real' }]]);
      // A part has no citizens to ask.
      if (state.partOf)
        return end(state, 'closed', 'repaired', [qualified, ['closed', { outcome: 'repaired' }]]);
      return { to: { status: 'rating', danger, categoryId }, facts: [qualified, ['rating-asked']] };
    }
    case 'close':
      return end(state, 'closed', command.outcome, [['closed', { outcome: command.outcome }]]);
    case 'decide-reopen':
      return command.reopen
        ? reopen(state)
        : { to: { reopen: null }, facts: [['reopen-refused', { reportId: state.reopen?.reportId ?? null }]] };
    case 'recall':
      // The staff's verdict is that there is no emergency.
      return { to: { forward: 'recalled', emergency: 'none' }, facts: [['forward-recalled']] };
    case 'merge': {
      const { intoCaseId, commandId, actor, noteId } = command;
      return { to: { merging: { intoCaseId, commandId, actor, noteId } }, facts: [] };
    }
    case 'split':
    case 'unmerge': {
      const { name: what, commandId, actor, noteId } = command;
      const splitId = command.name === 'split' ? command.splitId : null;
      return { to: { parting: { what, splitId, commandId, actor, noteId } }, facts: [] };
    }
    case 'import-deadline': {
      const { dueAt } = command;
      return {
        to: { clocks: importDeadline(state.clocks, dueAt) },
        facts: [['deadline-imported', { dueAt }]],
      };
    }
    case 'ask':
      return ask(state, command, now);
    case 'withdraw-question':
      return withdrawQuestion(state, command);
    case 'hand-over':
      return offer(state, command);
    case 'answer-handover':
      return answerOffer(state, command);
    case 'withdraw-handover':
      return withdrawOffer(state);
    case 'open-part':
      return openPart(state, command);
  }
}

/** Every end ends the pauses and calls off an emergency forward that nobody has acknowledged, or that was for nothing. */
export function end(
  state: CaseState,
  status: CaseState['status'],
  outcome: NonNullable<CaseState['outcome']>,
  facts: Change['facts'],
): Change {
  const forNothing = outcome === 'rejected' || outcome === 'not-real';
  const recalled = state.forward === 'running' || (state.forward === 'acknowledged' && forNothing);
  return {
    to: {
      status,
      outcome,
      pauses: [],
      ...nothingAsked,
      safety: state.safety === 'ordered' ? 'none' : state.safety,
      forward: recalled ? 'recalled' : state.forward,
    },
    facts: [...facts, ...recall(recalled), ...withdrawAll(state), ...withdrawAnyOffer(state)],
  };
}

const nothingAsked: Partial<CaseState> = { questions: [], handover: null };

const recall = (recalled: boolean): Change['facts'] => (recalled ? [['forward-recalled']] : []);

function reopen(state: CaseState): Change {
  return {
    to: {
      cycle: state.cycle + 1,
      status: 'assigning',
      outcome: null,
      assignee: null,
      ratings: 0,
      safety: 'none',
      // What was acknowledged or called off is over; the emergency of a new cycle is forwarded anew.
      forward: state.forward === 'running' ? 'running' : 'none',
      reopen: null,
    },
    facts: [['reopened', { reportId: state.reopen?.reportId ?? null }]],
  };
}
