import type { Instant } from '../case/state';
import type { ErrorCode } from '../errors';
import type { RoundCommand } from './commands';
import { isHeld, present, type RoundState, stopOf } from './state';

/** Why the round refuses the command now, or null. Synchronous and pure: the validator of the update. */
export function check(state: RoundState, command: RoundCommand, now: Instant): ErrorCode | null {
  if (state.status === 'over') return 'round-over';
  if (command.name === 'reorder') return isStillToDo(state, command.order) ? null : 'conflict';
  if (command.name === 'end') return present(state) ? 'stop-in-progress' : null;
  const stop = stopOf(state, command.caseId);
  if (command.name === 'insert') {
    if (now >= state.shiftTo) return 'shift-over';
    if (!stop) return null;
    return isHeld(stop) ? 'already-in-round' : stop.status === 'done' ? 'illegal-transition' : null;
  }
  if (!stop) return 'not-in-round';
  switch (command.name) {
    case 'arrive':
      if (stop.status !== 'planned') return 'illegal-transition';
      return present(state) ? 'stop-in-progress' : null;
    case 'done':
      if (stop.status !== 'arrived') return 'illegal-transition';
      return stop.task === 'repair' && !command.repairId ? 'invalid-input' : null;
    case 'not-possible':
      return isHeld(stop) ? null : 'illegal-transition';
  }
}

/** An order of other stops than those still to do: somebody has changed the round meanwhile. */
function isStillToDo({ stops }: RoundState, order: string[]): boolean {
  const planned = stops.filter(({ status }) => status === 'planned').map(({ caseId }) => caseId);
  return planned.length === order.length && planned.every((caseId) => order.includes(caseId));
}
