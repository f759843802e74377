import type { Clock, ClockPlan } from '../sla/clock';
import { applyPlans, mergeDeadline } from '../sla/planning';
import type { Danger, Emergency, ReportKind } from '../vocabulary';
import type { ForwardFactName } from './facts';
import { type Decision, type NewFact, next } from './next';
import { type Actor, type CaseState, type Instant, isOver, type Pause, system } from './state';
import { decideTime, stageFact } from './time';

/** What happens to a case without a staff command. */
export type CaseEvent =
  /** The members as the database has them; `alarmed`: one who joined declared an emergency. */
  | { name: 'members'; members: number; emergency: Emergency; danger: Danger; alarmed: boolean }
  | { name: 'act'; actId: string; reportId: string; kind: 'rating' | 'words' | 'photo' | 'not-fixed' }
  | {
      name: 'forward';
      forwardNumber: number;
      news: ForwardFactName;
      agencyId: string | null;
      attempt: number;
    }
  | { name: 'absorbed'; caseId: string; repairDueAt: Instant | null }
  /** The activity's answers; `replanned`: asked because a policy, calendar or roster changed. */
  | { name: 'planned'; asked: Clock[]; plans: (ClockPlan | null)[]; replanned: boolean }
  | { name: 'pauses-planned'; asked: Pause[]; ends: Instant[] }
  /** An instant has come: a stage, the end of a pause or of the rating window. */
  | { name: 'time' };

/** A case that has just been opened; an emergency is forwarded at once. */
export function open(
  opening: {
    caseId: string;
    kind: ReportKind;
    departmentId: string;
    categoryId: string;
    danger: Danger;
    emergency: Emergency;
    openedAt: Instant;
  },
  now: Instant,
): Decision {
  const { departmentId, categoryId, danger, emergency } = opening;
  const state: CaseState = {
    ...opening,
    version: 0,
    cycle: 1,
    status: 'verifying',
    outcome: null,
    safety: 'none',
    forward: emergency === 'none' ? 'none' : 'running',
    forwardNumber: emergency === 'none' ? 0 : 1,
    assignee: null,
    members: 0,
    ratings: 0,
    pauses: [],
    clocks: [],
    reopen: null,
  };
  const data = { departmentId, categoryId, danger, emergency };
  return next(state, {}, [{ name: 'opened', actor: system, data }], now);
}

/** What an event makes of a case, or null when it changes nothing. */
export function decideEvent(state: CaseState, event: CaseEvent, now: Instant): Decision | null {
  switch (event.name) {
    case 'members':
      return members(state, event, now);
    case 'act':
      return act(state, event, now);
    case 'forward':
      return forward(state, event, now);
    case 'absorbed': {
      const clocks = mergeDeadline(state.clocks, event.repairDueAt);
      const data = { caseId: event.caseId };
      return next(state, { clocks }, [{ name: 'absorbed', actor: system, data }], now);
    }
    case 'planned':
      return planned(state, event, now);
    case 'pauses-planned': {
      const pauses = state.pauses.map((pause) => {
        const index = event.asked.findIndex(({ id }) => id === pause.id);
        return index < 0 ? pause : { ...pause, endsAt: event.ends[index] ?? null };
      });
      return next(state, { pauses }, [], now);
    }
    case 'time':
      return decideTime(state, now);
  }
}

type Of<Name> = Extract<CaseEvent, { name: Name }>;

/**
 * New members. Until verification the greatest declared danger counts, afterwards the staff's. A new
 * emergency is forwarded unless a forward runs or was acknowledged; after a recall only fresh word of a
 * new member does it again.
 */
function members(state: CaseState, event: Of<'members'>, now: Instant): Decision | null {
  const joined = event.members > state.members;
  const unheard = state.emergency === 'none' && event.emergency !== 'none';
  const raised = unheard && (state.forward !== 'recalled' || (event.alarmed && joined));
  const alarm = raised || (event.alarmed && state.emergency !== 'none');
  const idle = state.forward === 'none' || (state.forward === 'recalled' && raised);
  const starts = alarm && idle && !isOver(state);
  const to = {
    members: event.members,
    emergency: raised ? event.emergency : state.emergency,
    danger: state.status === 'verifying' ? event.danger : state.danger,
    forward: starts ? ('running' as const) : state.forward,
    forwardNumber: starts ? state.forwardNumber + 1 : state.forwardNumber,
    // An emergency never pauses.
    pauses: raised && state.pauses.length > 0 ? [] : state.pauses,
  };
  const changed = Object.entries(to).some(([key, value]) => state[key as keyof typeof to] !== value);
  if (!changed) return null;
  const facts: NewFact[] = state.pauses
    .filter(() => raised)
    .map(({ id }) => ({ name: 'resumed', actor: system, data: { pauseId: id } }));
  if (joined && state.members > 0) {
    facts.push({ name: 'attached', actor: system, data: { members: event.members } });
  }
  return next(state, to, facts, now);
}

/** What a citizen does is never lost: "not fixed" is a request where staff can decide it, else words. */
function act(state: CaseState, event: Of<'act'>, now: Instant): Decision | null {
  const { actId, reportId, kind } = event;
  const actor: Actor = { kind: 'citizen', id: reportId };
  const data = { actId, kind };
  if (kind === 'rating') {
    if (state.status !== 'rating') return null;
    return next(state, { ratings: state.ratings + 1 }, [{ name: 'rated', actor, data }], now);
  }
  if (kind === 'not-fixed' && mayReopen(state)) {
    return next(
      state,
      { reopen: { reportId, actId, at: now } },
      [{ name: 'reopen-asked', actor, data }],
      now,
    );
  }
  return next(state, {}, [{ name: 'citizen-added', actor, data }], now);
}

const mayReopen = ({ status, outcome, reopen, kind }: CaseState) =>
  kind === 'problem' &&
  reopen === null &&
  (status === 'rating' || (status === 'closed' && outcome !== 'merged'));

/** All news is written down; only an acknowledgement of the present forward changes how the case stands. */
function forward(state: CaseState, event: Of<'forward'>, now: Instant): Decision {
  const { forwardNumber, news, agencyId, attempt } = event;
  const acknowledged = news === 'forward-acknowledged';
  const awaited = state.forward === 'running' && state.forwardNumber === forwardNumber;
  const actor: Actor = acknowledged ? { kind: 'agency', id: agencyId } : system;
  const to = acknowledged && awaited ? ({ forward: 'acknowledged' } as const) : {};
  return next(state, to, [{ name: news, actor, data: { agencyId, attempt } }], now);
}

/** Takes the plans; whatever is past by them has fired, and a moved deadline is told. */
function planned(state: CaseState, event: Of<'planned'>, now: Instant): Decision {
  const { clocks, fired } = applyPlans(state.clocks, event.asked, event.plans, now);
  const moved = event.replanned
    ? clocks.flatMap((clock, index) => movedDeadline(clock, state.clocks[index]))
    : [];
  return next(state, { clocks }, [...moved, ...fired.map((due) => stageFact(due, clocks))], now);
}

function movedDeadline(clock: Clock, old: Clock | undefined): NewFact[] {
  const from = old?.plan?.dueAt;
  const to = clock.plan?.dueAt;
  if (from === undefined || to === undefined || from === to) return [];
  return [{ name: 'replanned', actor: system, clock: clock.kind, cycle: clock.cycle, data: { from, to } }];
}
