import type { Instant, Pause } from '../case/state';
import { type ClockKind, type Stage, stages } from '../vocabulary';
import type { Clock, ClockPlan, FiredStage } from './clock';

/** Which stage of which clock is due. Workflow-safe: only instants are compared. */
export interface DueStage {
  kind: ClockKind;
  cycle: number;
  turn: number;
  stage: Stage;
  cause: FiredStage['cause'];
  /** The planned instant, which a late worker sees late. */
  at: Instant;
}

/** When a stage fires by a plan, or null when it never does. */
export function stageAt(plan: ClockPlan, stage: Stage): Instant | null {
  if (stage === 'reminder') return plan.remindAt;
  return stage === 'breach' ? plan.dueAt : plan.escalateAt;
}

/** Has a clock at `now` come to a planned instant? A paused one stands where its pause began. */
export function isPast(at: Instant, clock: Clock, now: Instant): boolean {
  return at <= Math.min(now, lastInstant(clock));
}

/** How far a clock counts: to its stop, to the pause that lasts, or without end. */
function lastInstant(clock: Clock): Instant {
  if (clock.stoppedAt !== null) return clock.stoppedAt;
  return clock.status === 'paused' ? (clock.pauses.at(-1)?.from ?? Infinity) : Infinity;
}

/** Stages still to fire. After the breach, or once the work is done, nobody needs reminding. */
function pending(clock: Clock): { stage: Stage; at: Instant }[] {
  const { plan, fired } = clock;
  if (!plan || isWindow(clock)) return [];
  if (clock.status !== 'running' && clock.status !== 'paused' && clock.status !== 'missed') return [];
  const has = (stage: Stage) => fired.some((one) => one.stage === stage);
  return stages.flatMap((stage) => {
    const at = stageAt(plan, stage);
    if (at === null || has(stage) || at > lastInstant(clock)) return [];
    const pointless = at >= plan.dueAt || has('breach') || clock.status === 'missed';
    return stage === 'reminder' && pointless ? [] : [{ stage, at }];
  });
}

/**
 * The stages due at `now` and not fired yet, earliest first. Seen late, a breach leaves its reminder out
 * and management follows it. Also those of a clock that stopped late before anybody looked.
 */
export function dueStages(clocks: Clock[], now: Instant): DueStage[] {
  return clocks
    .flatMap((clock) => {
      const due = pending(clock).filter(({ at }) => at <= now);
      const breached = due.some(({ stage }) => stage === 'breach');
      return due
        .filter(({ stage }) => stage !== 'reminder' || !breached)
        .map(({ stage, at }) => ({
          kind: clock.kind,
          cycle: clock.cycle,
          turn: clock.turn,
          stage,
          cause: causeOf(clock, stage),
          at,
        }));
    })
    .sort((a, b) => a.at - b.at || stages.indexOf(a.stage) - stages.indexOf(b.stage));
}

/** Management that follows a breach by policy change has the same cause, unless the deadline moved on. */
function causeOf(clock: Clock, stage: Stage): FiredStage['cause'] {
  const breach = clock.fired.find((one) => one.stage === 'breach');
  const inherited = stage === 'management' && breach && clock.plan && breach.at >= clock.plan.dueAt;
  return inherited ? breach.cause : 'time';
}

export const isStageOf = (due: DueStage, clock: Clock) =>
  due.kind === clock.kind && due.cycle === clock.cycle && due.turn === clock.turn;

/** Writes down that the stages have fired at `now`: they never come again. */
export function markFired(clocks: Clock[], fired: DueStage[], now: Instant): Clock[] {
  return clocks.map((clock) => {
    const mine = fired.filter((due) => isStageOf(due, clock));
    if (mine.length === 0) return clock;
    const added = mine.map(({ stage, cause }) => ({ stage, cause, at: now }));
    return { ...clock, fired: [...clock.fired, ...added] };
  });
}

/** Windows of others to answer: they end, and nobody is warned of it. */
const isWindow = ({ kind }: Clock) => kind === 'rating' || kind === 'handover';

/** Has a window to answer closed? A policy without a target for it leaves none open. */
export function windowOver(clocks: Clock[], kind: 'rating' | 'handover', now: Instant): boolean {
  const clock = clocks.find((one) => one.kind === kind && one.stoppedAt === null);
  if (!clock) return false;
  return clock.status === 'off' || (clock.status === 'running' && (clock.plan?.dueAt ?? 0) <= now);
}

/** The next instant at which something is due: a stage, the end of a pause or of a window. */
export function nextWake(clocks: Clock[], pauses: Pause[]): Instant | null {
  const instants = [
    ...clocks.flatMap((clock) => pending(clock).map(({ at }) => at)),
    ...clocks.flatMap((clock) =>
      isWindow(clock) && clock.status === 'running' && clock.plan ? [clock.plan.dueAt] : [],
    ),
    ...pauses.flatMap(({ endsAt }) => (endsAt === null ? [] : [endsAt])),
  ];
  return instants.length === 0 ? null : Math.min(...instants);
}
