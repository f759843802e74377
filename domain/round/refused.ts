import type { CommandName } from '../case/commands';
import { type Instant, system } from '../case/state';
import type { ErrorCode } from '../errors';
import { type Decision, next, withStop } from './next';
import { isHeld, type RoundState, stopOf } from './state';

/** A case refused what the round wanted of it; `ours`: the crew has it all the same. */
export interface Refusal {
  caseId: string;
  commandId: string;
  wanted: CommandName;
  code: ErrorCode;
  ours: boolean;
}

/**
 * What the desk has given to somebody else or ended meanwhile leaves the round. Work that was done is not undone by
 * that, but people have to see it. Where the case is the crew's, what was wanted was so already.
 */
export function decideRefusal(state: RoundState, refusal: Refusal, now: Instant): Decision | null {
  const { caseId, commandId, wanted, code, ours } = refusal;
  const stop = stopOf(state, caseId);
  if (!stop || ours || wanted === 'unassign') return null;
  const gone = isHeld(stop) ? { status: 'returned' as const, leftAt: stop.arrivedAt && now } : {};
  return next(
    state,
    {
      to: { stops: withStop(state, caseId, { ...gone, refused: code }) },
      facts: [{ name: 'refused', actor: system, commandId, data: { caseId, wanted, code } }],
    },
    now,
  );
}
