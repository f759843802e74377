import type { Clock } from '../sla/clock';
import { syncClocks } from '../sla/clocks';
import type { Fact } from './facts';
import type { CaseState, Instant } from './state';

/** The next state of a case and what happened on the way there. */
export interface Decision {
  state: CaseState;
  facts: Fact[];
}

export type NewFact = Omit<Fact, 'at' | 'cycle'> & { cycle?: number };

/**
 * One step of a case: the version grows, the clocks follow the state, every fact gets its instant.
 * `clocksAt` is when the step should have come, for a pause that ran out while nobody looked.
 */
export function next(
  state: CaseState,
  to: Partial<CaseState>,
  facts: NewFact[],
  now: Instant,
  clocksAt: Instant = now,
): Decision {
  const changed = { ...state, ...to, version: state.version + 1 };
  const synced = { ...changed, clocks: syncClocks(changed, clocksAt) };
  const clocks = synced.clocks.map((clock) => (isSilenced(synced, clock) ? silenced(clock) : clock));
  return {
    state: { ...synced, clocks },
    facts: facts.map((fact) => ({ ...fact, at: now, cycle: fact.cycle ?? synced.cycle })),
  };
}

/**
 * An imported repair deadline is the only target of its cycle: the department's other clocks are off.
 * Windows of others to answer, the citizen's and that of an offer, are none of its targets and stay.
 */
export function isSilenced(state: CaseState, clock: Clock): boolean {
  if (['repair', 'rating', 'handover'].includes(clock.kind) || clock.stoppedAt !== null) return false;
  return state.clocks.some(
    (one) => one.kind === 'repair' && one.cycle === clock.cycle && one.source === 'import',
  );
}

const silenced = (clock: Clock): Clock => ({ ...clock, status: 'off', plan: null });
