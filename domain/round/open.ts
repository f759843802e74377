import type { Actor, Instant } from '../case/state';
import { take } from './errands';
import { type Decision, next, ownOrder } from './next';
import type { RoundState, Stop, StopTask } from './state';

/** A round as the coordinator hands it over. */
export interface RoundOpening {
  roundId: string;
  crewId: string;
  shiftTo: Instant;
  /** The coordinator. */
  dispatchedBy: string;
  stops: { caseId: string; task: StopTask }[];
}

/** A round begins: the crew gets all of it. */
export function open(opening: RoundOpening, now: Instant): Decision {
  const { roundId, crewId, shiftTo, dispatchedBy } = opening;
  const actor: Actor = { kind: 'user', id: dispatchedBy };
  const stops = opening.stops.map((stop) => newStop(stop, false));
  const state: RoundState = { roundId, version: 0, status: 'dispatched', crewId, shiftTo, stops };
  const order = { ...ownOrder(state), actor };
  return next(
    state,
    {
      to: {},
      facts: [{ name: 'dispatched', actor, data: { crewId, stops: stops.length, shiftTo } }],
      errands: stops.map((stop) => take(state, stop, order)),
    },
    now,
  );
}

export const newStop = ({ caseId, task }: { caseId: string; task: StopTask }, inserted: boolean): Stop => ({
  ...{ caseId, task, inserted, status: 'planned' },
  ...{ arrivedAt: null, leftAt: null, reason: null, refused: null, noteId: null, photoId: null },
});
