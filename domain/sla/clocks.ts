import { beforeRepair, type CaseState, type Instant, isOver } from '../case/state';
import type { CaseStatus, ClockKind, Outcome } from '../vocabulary';
import type { Clock } from './clock';
import { type PolicyKey, urgencyOf } from './policy';
import { isPast } from './stages';

/**
 * Which clocks a case has and whether they run, stop or pause. Workflow-safe: it only compares instants;
 * what fires when is planned by an activity (see planning.ts).
 */

const byStatus: Partial<Record<CaseStatus, ClockKind>> = {
  verifying: 'verification',
  accepting: 'acceptance',
  assigning: 'assignment',
  rating: 'rating',
};
const pausable: readonly ClockKind[] = ['assignment', 'repair'];
/** Those that an open question stops as well. */
const answerable: readonly ClockKind[] = ['verification', 'acceptance'];
/** Tasks of one department: when the case goes to another, they end there and begin anew. */
export const departmental: readonly ClockKind[] = ['verification', 'acceptance', 'assignment'];
/** A case that ends like this did not need the work, or had it done elsewhere. */
const withoutRepair: readonly Outcome[] = ['rejected', 'not-real', 'not-fixed', 'merged'];

/** The clocks that a case in this state has. */
export function wantedClocks(state: CaseState): ClockKind[] {
  const wanted: ClockKind[] = [];
  const own = byStatus[state.status];
  if (own) wanted.push(own);
  if (beforeRepair.includes(state.status)) wanted.push('repair');
  if (state.safety === 'ordered' && !isOver(state)) wanted.push('make-safe');
  if (state.handover) wanted.push('handover');
  return wanted;
}

/** The clock of a kind that has not stopped, if any. */
export const activeClock = (clocks: Clock[], kind: ClockKind): Clock | undefined =>
  clocks.find((clock) => clock.kind === kind && clock.stoppedAt === null);

/**
 * The clocks as the state asks for them at `now`: started, stopped, paused, resumed, and handed to the
 * policy of a changed category or urgency. Repeating it changes nothing. The first clocks of a case count
 * from its opening, however late the workflow began. For a pause that has run out, `now` is the instant
 * at which it had to end, so that a late worker makes no pause longer.
 */
export function syncClocks(state: CaseState, now: Instant): Clock[] {
  const wanted = wantedClocks(state);
  const policy = policyOf(state);
  const clocks = state.clocks.map((clock) => {
    if (clock.stoppedAt !== null) return clock;
    if (!wanted.includes(clock.kind) || leftBehind(clock, state)) return stop(clock, state, now);
    return pauseOrResume(follow(clock, policy), isPaused(state, clock.kind), now);
  });
  const startedAt = clocks.length === 0 ? state.openedAt : now;
  for (const kind of wanted) {
    if (activeClock(clocks, kind)) continue;
    const turn = 1 + clocks.filter((clock) => clock.kind === kind && clock.cycle === state.cycle).length;
    const clock: Clock = {
      kind,
      cycle: state.cycle,
      turn,
      status: 'planning',
      startedAt,
      stoppedAt: null,
      pauses: [],
      plan: null,
      source: 'policy',
      policy,
      cap: null,
      fired: [],
    };
    clocks.push(pauseOrResume(clock, isPaused(state, kind), now));
  }
  return clocks;
}

/** What the policy of a case is chosen by. */
export const policyOf = (state: CaseState): PolicyKey => ({
  departmentId: state.departmentId,
  categoryId: state.categoryId,
  urgency: urgencyOf(state),
});

const leftBehind = (clock: Clock, state: CaseState) =>
  departmental.includes(clock.kind) && clock.policy.departmentId !== state.departmentId;

/** Verification may correct category and urgency; another department's policy never takes a clock over. */
function follow(clock: Clock, wanted: PolicyKey): Clock {
  const stays = clock.policy.departmentId !== wanted.departmentId;
  const policy = stays ? { ...clock.policy, urgency: wanted.urgency } : wanted;
  const same = policy.categoryId === clock.policy.categoryId && policy.urgency === clock.policy.urgency;
  if (same) return clock;
  return { ...clock, policy, status: clock.source === 'import' ? clock.status : 'planning' };
}

/** Whoever waits for an answer is not late with what the answer is needed for. */
function isPaused({ pauses, questions = [], emergency }: CaseState, kind: ClockKind): boolean {
  if (emergency !== 'none') return false;
  if (pausable.includes(kind)) return pauses.length > 0;
  return answerable.includes(kind) && pauses.some(({ id }) => questions.some((one) => one.id === id));
}

function pauseOrResume(clock: Clock, paused: boolean, now: Instant): Clock {
  const last = clock.pauses.at(-1);
  const open = last?.to === null ? last : undefined;
  if (paused && !open) {
    const status = clock.status === 'running' && clock.source === 'policy' ? 'paused' : clock.status;
    return { ...clock, status, pauses: [...clock.pauses, { from: now, to: null }] };
  }
  if (!paused && open) {
    const status = clock.status === 'paused' ? 'planning' : clock.status;
    return { ...endPause(clock, now), status };
  }
  return clock;
}

function endPause(clock: Clock, now: Instant): Clock {
  const last = clock.pauses.at(-1);
  if (last?.to !== null) return clock;
  const to = Math.max(last.from, now);
  const paused = clock.cap && Math.max(0, to - Math.max(last.from, clock.cap.since));
  const cap = clock.cap && { ...clock.cap, at: clock.cap.at + (paused ?? 0) };
  return { ...clock, cap, pauses: [...clock.pauses.slice(0, -1), { from: last.from, to }] };
}

/** A clock whose plan is not certain when it stops is judged when the plan arrives. */
function stop(clock: Clock, state: CaseState, now: Instant): Clock {
  const stopped = { ...endPause(clock, now), stoppedAt: now };
  if (clock.status === 'off') return stopped;
  const late = clock.plan !== null && clock.kind !== 'rating' && isPast(clock.plan.dueAt, clock, now);
  if (isVoid(clock.kind, state)) {
    return { ...stopped, status: late && clock.status !== 'planning' ? 'missed' : 'cancelled' };
  }
  if (clock.status === 'planning' || clock.status === 'paused') return { ...stopped, status: 'planning' };
  return { ...stopped, status: late ? 'missed' : 'met' };
}

/** Refusing is also a verification; only a merge makes it pointless. */
function isVoid(kind: ClockKind, state: CaseState): boolean {
  if (!isOver(state) || state.outcome === null) return false;
  const decision = kind === 'verification' || kind === 'acceptance';
  return decision ? state.outcome === 'merged' : withoutRepair.includes(state.outcome);
}
