import type { Clock } from '../sla/clock';
import { type DueStage, dueStages, isStageOf, markFired, nextWake, windowOver } from '../sla/stages';
import { end } from './decide';
import { offerDue } from './handing-over';
import { type Decision, type NewFact, next } from './next';
import { questionDue, questionWakes } from './questions';
import { type CaseState, type Instant, type Pause, system } from './state';

/**
 * What the passing of time makes of a case, one step at a time until null: a pause that has run out, the
 * stages that are due, the citizen's window. A pending request to reopen and a pending merge keep the window open.
 */
export function decideTime(state: CaseState, now: Instant): Decision | null {
  const [expired] = state.pauses
    .filter(({ endsAt }) => endsAt !== null && endsAt <= now)
    .sort((a, b) => a.endsAt! - b.endsAt!);
  if (expired) return expire(state, expired, now);
  const answerable = questionDue(state, now) ?? offerDue(state, now);
  if (answerable) return answerable;
  const due = dueStages(state.clocks, now);
  if (due.length > 0) {
    const clocks = markFired(state.clocks, due, now);
    return next(
      state,
      { clocks },
      due.map((stage) => stageFact(stage, clocks)),
      now,
    );
  }
  if (state.status !== 'rating' || keepsOpen(state) || !windowOver(state.clocks, 'rating', now)) return null;
  const { to, facts } = end(state, 'closed', 'repaired', [['closed', { outcome: 'repaired' }]]);
  return next(
    state,
    to,
    facts.map(([name, data]) => ({ name, actor: system, data })),
    now,
  );
}

/** The next instant at which `decideTime` has something to decide, or null. */
export function wakeAt(state: CaseState): Instant | null {
  const clocks = state.clocks.filter(({ kind }) => kind !== 'rating' || !keepsOpen(state));
  const instants = [nextWake(clocks, state.pauses), ...questionWakes(state)].filter((at) => at !== null);
  return instants.length === 0 ? null : Math.min(...instants);
}

const keepsOpen = ({ reopen, merging }: CaseState) => Boolean(reopen || merging);

function expire(state: CaseState, { id, reason, endsAt, cut }: Pause, now: Instant): Decision {
  const pauses = state.pauses.filter((pause) => pause.id !== id);
  const expired: NewFact = { name: 'pause-expired', actor: system, data: { pauseId: id, reason } };
  const decision = next(state, { pauses }, [expired], now, endsAt ?? now);
  if (!cut) return decision;
  const clocks = decision.state.clocks.map((clock, index) =>
    clock.status === 'planning' && state.clocks[index]?.status === 'paused' ? { ...clock, cut } : clock,
  );
  return { ...decision, state: { ...decision.state, clocks } };
}

/** The fact of a fired stage, with the deadline that it is about. */
export function stageFact(due: DueStage, clocks: Clock[]): NewFact {
  const { kind, cycle, stage, turn, cause } = due;
  const dueAt = clocks.find((clock) => isStageOf(due, clock))?.plan?.dueAt ?? null;
  return { name: stage, actor: system, clock: kind, stage, cycle, data: { turn, cause, dueAt } };
}
