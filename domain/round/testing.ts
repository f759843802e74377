import { start } from '../sla/testing';
import type { RoundCommand, RoundCommandName } from './commands';
import { open } from './open';
import type { RoundState, StopTask } from './state';

/** Material for the tests of the life of a round. */
export const minute = 60_000;
/** The shift begins at `start`, 9:00, and ends here. */
export const shiftTo = start + 6 * 60 * minute;

/** A round of three repairs and one place to be made safe, just dispatched. */
export const aRound = (tasks: Record<string, StopTask> = { a: 'repair', b: 'repair', c: 'make-safe' }) =>
  open(
    {
      roundId: 'round',
      crewId: 'crew',
      dispatchedBy: 'coordinator',
      shiftTo,
      stops: Object.entries(tasks).map(([caseId, task]) => ({ caseId, task })),
    },
    start,
  );

type Given<Name extends RoundCommandName> = Omit<
  Extract<RoundCommand, { name: Name }>,
  'name' | 'commandId' | 'actor'
>;

let ids = 0;
/** A command of the crew, with an id of its own. */
export const say = <Name extends RoundCommandName>(name: Name, given: Given<Name>): RoundCommand =>
  ({ name, commandId: `c${++ids}`, actor: { kind: 'user', id: 'technician' }, ...given }) as RoundCommand;

/** The stops in their order: `a:arrived b:planned`. */
export const told = ({ stops }: RoundState): string =>
  stops.map(({ caseId, status }) => `${caseId}:${status}`).join(' ');
