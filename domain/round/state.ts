import type { Instant } from '../case/state';
import type { ErrorCode } from '../errors';
import type { UnassignReason } from '../vocabulary';

/** Life of a round. A draft is the coordinator's; from its dispatch on its workflow decides. */
export const roundStatuses = ['draft', 'dispatched', 'over'] as const;
export type RoundStatus = (typeof roundStatuses)[number];

/** Life of a stop: the last three are over. `returned`: the case waits for a crew again, or never was this crew's. */
export const stopStatuses = ['planned', 'arrived', 'done', 'not-possible', 'returned'] as const;
export type StopStatus = (typeof stopStatuses)[number];

/** What the crew comes for. A place that was ordered to be made safe is cordoned off; its repair is another stop. */
export const stopTasks = ['repair', 'make-safe'] as const;
export type StopTask = (typeof stopTasks)[number];

export interface Stop {
  caseId: string;
  task: StopTask;
  status: StopStatus;
  /** Put in on the way. */
  inserted: boolean;
  arrivedAt: Instant | null;
  leftAt: Instant | null;
  /** Why it was not done. */
  reason: UnassignReason | null;
  /** With what code the case refused what the round wanted of it. */
  refused: ErrorCode | null;
  noteId: string | null;
  photoId: string | null;
}

/** Everything a dispatched round is, as its workflow decides it; the rows are its projection. */
export interface RoundState {
  roundId: string;
  /** Grows with every decision; a projection with an older version never overwrites. */
  version: number;
  status: Exclude<RoundStatus, 'draft'>;
  crewId: string;
  shiftTo: Instant;
  /** What is over first, in the order in which it ended, then where the crew is, then what it has still to do. */
  stops: Stop[];
}

export const isHeld = ({ status }: Pick<Stop, 'status'>): boolean =>
  status === 'planned' || status === 'arrived';

/** Where the crew is now. */
export const present = ({ stops }: RoundState): Stop | undefined =>
  stops.find(({ status }) => status === 'arrived');

export const stopOf = ({ stops }: RoundState, caseId: string): Stop | undefined =>
  stops.find((stop) => stop.caseId === caseId);
