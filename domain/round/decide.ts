import type { CommandBase } from '../case/commands';
import type { Instant } from '../case/state';
import type { RoundCommand } from './commands';
import { begin, finish, giveBack, take } from './errands';
import { type Change, type Decision, next, withStop } from './next';
import { newStop } from './open';
import { type RoundState, type Stop, stopOf } from './state';
import { over } from './time';

/** What a legal command makes of a round. `check` comes first; `now` is the workflow's instant. */
export function decide(state: RoundState, command: RoundCommand, now: Instant): Decision {
  const { commandId, actor, noteId } = command;
  const { to, facts, errands } = change(state, command, { commandId, actor, noteId }, now);
  return next(state, { to, facts: facts.map((fact) => ({ ...fact, commandId, noteId })), errands }, now);
}

function change(state: RoundState, command: RoundCommand, base: CommandBase, now: Instant): Change {
  const { actor, noteId = null } = command;
  switch (command.name) {
    case 'arrive': {
      const { caseId } = command;
      return {
        to: { stops: withStop(state, caseId, { status: 'arrived', arrivedAt: now }) },
        facts: [{ name: 'arrived', actor, data: { caseId } }],
        errands: begin(state, found(state, caseId), base),
      };
    }
    case 'done': {
      const { caseId, photoId = null } = command;
      return {
        to: { stops: withStop(state, caseId, { status: 'done', leftAt: now, noteId, photoId }) },
        facts: [{ name: 'done', actor, data: { caseId } }],
        errands: [finish(state, found(state, caseId), command, base)],
      };
    }
    case 'not-possible': {
      const { caseId, reason, photoId = null } = command;
      const ended = { status: 'not-possible' as const, leftAt: now, reason, noteId, photoId };
      return {
        to: { stops: withStop(state, caseId, ended) },
        facts: [{ name: 'not-possible', actor, data: { caseId, reason, photoId } }],
        errands: giveBack(state, found(state, caseId), reason, base),
      };
    }
    case 'insert': {
      const { caseId } = command;
      const stop = newStop(command, true);
      return {
        to: { stops: [stop, ...state.stops.filter((one) => one.caseId !== caseId)] },
        facts: [{ name: 'inserted', actor, data: { caseId } }],
        errands: [take(state, stop, base)],
      };
    }
    case 'reorder': {
      const planned = command.order.map((caseId) => found(state, caseId));
      const others = state.stops.filter(({ status }) => status !== 'planned');
      return { to: { stops: [...others, ...planned] }, facts: [{ name: 'reordered', actor }] };
    }
    case 'end':
      return over(state, base, now);
  }
}

function found(state: RoundState, caseId: string): Stop {
  const stop = stopOf(state, caseId);
  if (!stop) throw new Error('The round has no such stop');
  return stop;
}
