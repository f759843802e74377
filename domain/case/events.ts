import type { ErrorCode } from '../errors';
import type { Clock, ClockPlan } from '../sla/clock';
import { applyPlans } from '../sla/planning';
import type { Danger, Emergency, Outcome, ReportKind } from '../vocabulary';
import {
  type Absorbed,
  absorbed,
  forwardNews,
  type Members,
  members,
  merged,
  mergeRefused,
  type News,
} from './joining';
import { type Decision, isSilenced, type NewFact, next } from './next';
import { parted, partingRefused, unabsorbed } from './parting';
import { partEnded } from './parts';
import { answered } from './questions';
import { type Actor, type CaseState, type Instant, type Pause, system } from './state';
import { decideTime, stageFact } from './time';

/** What happens to a case without a staff command. */
export type CaseEvent =
  | ({ name: 'members' } & Members)
  | { name: 'act'; actId: string; reportId: string; kind: 'rating' | 'words' | 'photo' | 'not-fixed' }
  | ({ name: 'forward' } & News)
  | ({ name: 'absorbed' } & Absorbed)
  /** A case that was part of this one is its own again. */
  | { name: 'unabsorbed'; caseId: string; unmergeId: string }
  /** How the parting that was ordered ended. */
  | { name: 'parted'; caseId: string; reports: number }
  | { name: 'parting-refused'; code: ErrorCode }
  /** Whoever was asked has answered, or somebody for them. */
  | { name: 'answered'; questionId: string; messageId: string; actor: Actor; at?: number }
  | { name: 'part-ended'; caseId: string; outcome: Outcome }
  /** How the merge that was ordered ended. */
  | { name: 'merged'; intoCaseId: string }
  | { name: 'merge-refused'; code: ErrorCode }
  /** The activity's answers; `replanned`: asked because a policy, calendar or roster changed. */
  | { name: 'planned'; asked: Clock[]; plans: (ClockPlan | null)[]; replanned: boolean }
  | { name: 'pauses-planned'; asked: Pause[]; ends: Instant[]; replanned: boolean }
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
    partOf?: string | null;
  },
  now: Instant,
): Decision {
  const { departmentId, categoryId, danger, emergency } = opening;
  const state: CaseState = {
    ...opening,
    version: 0,
    cycle: 1,
    // What is part of a case was verified with it.
    status: opening.partOf ? 'accepting' : 'verifying',
    outcome: null,
    safety: 'none',
    ...(emergency === 'none'
      ? { forward: 'none', forwards: 0, alarms: 0 }
      : { forward: 'running', forwards: 1, alarms: 1 }),
    assignee: null,
    members: 0,
    ratings: 0,
    pauses: [],
    clocks: [],
    reopen: null,
    merging: null,
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
      return forwardNews(state, event, now);
    case 'absorbed':
      return absorbed(state, event, now);
    case 'unabsorbed':
      return unabsorbed(state, event, now);
    case 'parted':
      return parted(state, event, now);
    case 'parting-refused':
      return partingRefused(state, event.code, now);
    case 'answered':
      return answered(state, event, now);
    case 'part-ended':
      return partEnded(state, event, now);
    case 'merged':
      return merged(state, event.intoCaseId, now);
    case 'merge-refused':
      return mergeRefused(state, event.code, now);
    case 'planned':
      return planned(state, event, now);
    case 'pauses-planned':
      return next(state, { pauses: state.pauses.map((pause) => replanPause(pause, event, now)) }, [], now);
    case 'time':
      return decideTime(state, now);
  }
}

type Of<Name> = Extract<CaseEvent, { name: Name }>;

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

/** When a pause ends by the activity's answer; a changed policy that ends it before now has cut it. */
function replanPause(pause: Pause, { asked, ends, replanned }: Of<'pauses-planned'>, now: Instant): Pause {
  const index = asked.findIndex(({ id }) => id === pause.id);
  const endsAt = ends[index];
  if (endsAt === undefined) return pause;
  const cut = replanned && endsAt <= now && (pause.endsAt === null || pause.endsAt > now);
  return { ...pause, endsAt, ...(cut && { cut }) };
}

/** Takes the plans; whatever is past by them has fired, and a moved deadline is told. */
function planned(state: CaseState, event: Of<'planned'>, now: Instant): Decision {
  // An imported deadline may have silenced a clock while its plan was asked for.
  const plans = event.plans.map((plan, index) => (isSilenced(state, event.asked[index]!) ? null : plan));
  const { clocks, fired } = applyPlans(state.clocks, event.asked, plans, now);
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
