import type { CommandBase } from '../case/commands';
import { type Instant, system } from '../case/state';
import { giveBack } from './errands';
import { type Change, type Decision, next, ownOrder, withStop } from './next';
import { isHeld, present, type RoundState, type Stop } from './state';

/**
 * How long the crew may go on after its shift with the stop where it is, in milliseconds. Two hours: who has not
 * said by then that it is done has forgotten to, and the case has to be in the pool when tomorrow is planned.
 */
export const overtimeMs = 2 * 3_600_000;

/**
 * What the passing of time makes of a round, one step at a time until null. At the end of the shift what was not
 * reached goes back. Where the crew is in the middle of something it may finish that; then the round is over.
 */
export function decideTime(state: RoundState, now: Instant): Decision | null {
  if (state.status === 'over' || now < state.shiftTo) return null;
  const order = ownOrder(state);
  if (!present(state) || now >= state.shiftTo + overtimeMs) return next(state, over(state, order, now), now);
  const waiting = state.stops.filter(({ status }) => status === 'planned');
  if (waiting.length === 0) return null;
  const { to, facts, errands } = returned(state, waiting, order, now);
  return next(state, { to, facts: [{ name: 'overtime', actor: system }, ...facts], errands }, now);
}

/** The next instant at which `decideTime` has something to decide, or null. */
export function wakeAt({ status, shiftTo }: RoundState, now: Instant): Instant | null {
  if (status === 'over') return null;
  return now < shiftTo ? shiftTo : shiftTo + overtimeMs;
}

/** The round is over: what is left goes back to the pool. */
export function over(state: RoundState, order: CommandBase, now: Instant): Change {
  const { to, facts, errands } = returned(state, state.stops.filter(isHeld), order, now);
  const end = { name: 'over' as const, actor: order.actor };
  return { to: { ...to, status: 'over' }, facts: [...facts, end], errands };
}

function returned(state: RoundState, left: Stop[], order: CommandBase, now: Instant): Change {
  const reason = 'not-reached';
  const stops = left.reduce(
    (all, { caseId, arrivedAt }) =>
      withStop({ ...state, stops: all }, caseId, { status: 'returned', reason, leftAt: arrivedAt && now }),
    state.stops,
  );
  const { actor } = order;
  return {
    to: { stops },
    facts: left.map(({ caseId }) => ({ name: 'returned', actor, data: { caseId, reason } })),
    errands: left.flatMap((stop) => giveBack(state, stop, reason, order)),
  };
}
