import type { CommandBase } from '../case/commands';
import { type Instant, system } from '../case/state';
import type { Errand } from './errands';
import type { RoundFact } from './facts';
import { isHeld, type RoundState, type Stop } from './state';

/** The next state of a round, what happened on the way there, and what the cases are to be told. */
export interface Decision {
  state: RoundState;
  facts: RoundFact[];
  errands: Errand[];
}

export interface Change {
  to: Partial<RoundState>;
  facts: Omit<RoundFact, 'at'>[];
  errands?: Errand[];
}

/** One step of a round: the version grows, the stops are put in order, every fact gets its instant. */
export function next(state: RoundState, { to, facts, errands = [] }: Change, now: Instant): Decision {
  const stops = inOrder(to.stops ?? state.stops);
  return {
    state: { ...state, ...to, stops, version: state.version + 1 },
    facts: facts.map((fact) => ({ ...fact, at: now })),
    errands,
  };
}

/** What is over, where the crew is, what is still to do; each in the order it had. */
const inOrder = (stops: Stop[]): Stop[] => [
  ...stops.filter((stop) => !isHeld(stop)),
  ...stops.filter(({ status }) => status === 'arrived'),
  ...stops.filter(({ status }) => status === 'planned'),
];

/** The round with one stop changed. */
export const withStop = ({ stops }: RoundState, caseId: string, change: Partial<Stop>): Stop[] =>
  stops.map((stop) => (stop.caseId === caseId ? { ...stop, ...change } : stop));

/** Who gives the orders that no person gave; named by the step that makes them, so that repeating it is harmless. */
export const ownOrder = ({ roundId, version }: RoundState): CommandBase => ({
  commandId: `round-${roundId}-${version + 1}`,
  actor: system,
});
