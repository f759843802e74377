import type { Instant } from '../case/state';
import type { Cap, Clock, ClockPlan } from './clock';
import { activeClock } from './clocks';
import { type DueStage, dueStages, isPast, isStageOf, markFired, stageAt } from './stages';

/**
 * Asking an activity for plans and taking its answers. Workflow-safe. The story: `clocksToPlan` (or, when
 * a policy or calendar changed, `clocksToReplan`) → the activity → `applyPlans`.
 */

/** Clocks that wait for a plan; a case must not end while there are any. */
export const clocksToPlan = (clocks: Clock[]): Clock[] =>
  clocks.filter((clock) => clock.status === 'planning');

/** Clocks that a changed policy reaches: all that have not stopped, except imported deadlines. */
export const clocksToReplan = (clocks: Clock[]): Clock[] =>
  clocks.filter(
    (clock) => clock.source === 'policy' && (clock.stoppedAt === null || clock.status === 'planning'),
  );

/**
 * Takes the activity's answers (in the order asked, null for no target) and fires what is due. A stage
 * that is past by the new plan and was not by the old one fires with cause `policy-change`. What has
 * fired stays fired and never fires again. An answer to a question that is out of date (the clock was
 * paused, resumed, stopped, imported or given another policy meanwhile) is left out: the clock still waits.
 */
export function applyPlans(
  clocks: Clock[],
  asked: Clock[],
  plans: (ClockPlan | null)[],
  now: Instant,
): { clocks: Clock[]; fired: DueStage[] } {
  const planned = clocks.map((clock) => {
    const index = asked.findIndex((one) => sameQuestion(one, clock));
    return index < 0 || isSettled(clock) ? clock : withPlan(clock, plans[index] ?? null);
  });
  const fired = dueStages(planned, now).map((due) => {
    const old = clocks.find((clock) => isStageOf(due, clock));
    return old && movedPast(old, due, now) ? { ...due, cause: 'policy-change' as const } : due;
  });
  return { clocks: markFired(planned, fired, now), fired };
}

const isSettled = (clock: Clock) =>
  clock.source === 'import' || (clock.stoppedAt !== null && clock.status !== 'planning');

function sameQuestion(asked: Clock, clock: Clock): boolean {
  const question = ({ kind, cycle, turn, startedAt, pauses, policy }: Clock) => [
    [kind, cycle, turn, startedAt, policy.departmentId, policy.categoryId, policy.urgency],
    pauses.map(({ from, to }) => [from, to]),
  ];
  return JSON.stringify(question(asked)) === JSON.stringify(question(clock));
}

function movedPast(old: Clock, due: DueStage, now: Instant): boolean {
  if (old.cut) return true;
  if (old.plan === null) return old.status === 'off';
  const before = stageAt(old.plan, due.stage);
  return before === null || !isPast(before, old, now);
}

/** The clock with a plan: how it stands follows from the plan. */
function withPlan(clock: Clock, answer: ClockPlan | null): Clock {
  const plan = capped(answer, clock.cap);
  const { cut: _told, ...rest } = clock;
  return { ...rest, plan, status: statusWith(clock, plan) };
}

function statusWith(clock: Clock, plan: ClockPlan | null): Clock['status'] {
  if (plan === null) return 'off';
  if (clock.stoppedAt !== null) {
    return clock.kind !== 'rating' && plan.dueAt <= clock.stoppedAt ? 'missed' : 'met';
  }
  return clock.source === 'policy' && clock.pauses.at(-1)?.to === null ? 'paused' : 'running';
}

/** A plan whose deadline is no later than `cap`; reminder and management move with it. */
function capped(plan: ClockPlan | null, cap: Cap | null): ClockPlan | null {
  if (cap === null) return plan;
  if (plan === null) return { remindAt: null, dueAt: cap.at, escalateAt: null };
  const by = Math.max(0, plan.dueAt - cap.at);
  const earlier = (at: Instant | null) => (at === null ? null : at - by);
  return { remindAt: earlier(plan.remindAt), dueAt: plan.dueAt - by, escalateAt: earlier(plan.escalateAt) };
}

/** Gives the repair clock the deadline of an audited import: no policy, pause or rerouting moves it. */
export function importDeadline(clocks: Clock[], dueAt: Instant): Clock[] {
  const plan = { remindAt: null, dueAt, escalateAt: null };
  return replaceRepair(clocks, (clock) => ({
    ...clock,
    source: 'import',
    cap: null,
    plan,
    status: 'running',
  }));
}

/** Keeps the earlier of the own repair deadline and that of a case merged into this one at `now` (null: none). */
export function mergeDeadline(clocks: Clock[], repairDueAt: Instant | null, now: Instant): Clock[] {
  if (repairDueAt === null) return clocks;
  return replaceRepair(clocks, (clock) => {
    const earlier = clock.cap !== null && clock.cap.at <= repairDueAt;
    const merged = earlier ? clock : { ...clock, cap: { at: repairDueAt, since: now } };
    return clock.status === 'planning' ? merged : withPlan(merged, clock.plan);
  });
}

/**
 * The deadline without that of a case that is its own again: `left` are those of the cases that are still merged into
 * this one. The plan has to be asked for anew; an imported deadline stays where the merge has put it.
 */
export function unmergeDeadline(clocks: Clock[], left: Cap[]): Clock[] {
  const [earliest = null] = [...left].sort((a, b) => a.at - b.at);
  return replaceRepair(clocks, (clock) => {
    if (clock.source === 'import' || clock.cap === null || clock.cap.at === earliest?.at) return clock;
    return { ...clock, cap: earliest, status: 'planning' };
  });
}

function replaceRepair(clocks: Clock[], change: (clock: Clock) => Clock): Clock[] {
  const repair = activeClock(clocks, 'repair');
  return clocks.map((clock) => (clock === repair ? change(clock) : clock));
}
