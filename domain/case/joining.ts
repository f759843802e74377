import type { ErrorCode } from '../errors';
import { mergeDeadline } from '../sla/planning';
import type { Danger, Emergency, ReportKind } from '../vocabulary';
import { end } from './decide';
import type { ForwardFactName } from './facts';
import { type Decision, type NewFact, next } from './next';
import { type Actor, type CaseState, type Instant, isForwarding, isOver, system } from './state';

/** The members as the database has them; `alarms`: how many of them declared an emergency here. */
export interface Members {
  members: number;
  alarms: number;
  emergency: Emergency;
  danger: Danger;
}

/** What a case merged into this one brings along, beside its members. */
export interface Absorbed {
  caseId: string;
  /** Tells a merge from another of the same case after an undo: the command that ordered it. */
  mergeId: string;
  repairDueAt: Instant | null;
}

/** What an emergency forward tells of itself. */
export interface News {
  newsId: string;
  forwardNumber: number;
  news: ForwardFactName;
  agencyId: string | null;
  /** The nth call, from 0: the same agency is called again every round. */
  attempt: number;
}

/**
 * New members. Until verification the greatest declared danger counts, afterwards the staff's. An alarm that was
 * not heard before is forwarded, unless a forward runs or was acknowledged: then it is an update of that.
 */
export function members(state: CaseState, event: Members, now: Instant): Decision | null {
  const joined = event.members > state.members;
  const alarmed = event.alarms > state.alarms;
  const raised = alarmed && state.emergency === 'none';
  const to = {
    members: event.members,
    alarms: event.alarms,
    emergency: raised ? event.emergency : state.emergency,
    danger: state.status === 'verifying' ? event.danger : state.danger,
    ...(alarmed && !isOver(state) ? callForHelp(state) : {}),
    // An emergency never pauses.
    pauses: raised && state.pauses.length > 0 ? [] : state.pauses,
  };
  const changed = Object.entries(to).some(([key, value]) => state[key as keyof typeof to] !== value);
  if (!changed) return null;
  const facts = raised ? resumedAll(state) : [];
  if (joined && state.members > 0) {
    facts.push({ name: 'attached', actor: system, data: { members: event.members } });
  }
  return next(state, to, facts, now);
}

/** Unless help is called already, or on its way. */
export const callForHelp = (state: CaseState): Partial<CaseState> =>
  isForwarding(state) ? {} : { forward: 'running', forwards: state.forwards + 1 };

/** An emergency never pauses. */
export const resumedAll = ({ pauses }: Pick<CaseState, 'pauses'>): NewFact[] =>
  pauses.map(({ id }) => ({ name: 'resumed', actor: system, data: { pauseId: id } }));

/** A question is answered: what is to be repaired would be forgotten in it. */
export const fitsInto = (kind: ReportKind, into: ReportKind): boolean =>
  kind !== 'problem' || into === 'problem';

/** Another case became part of this one: the earlier deadline counts. */
export const absorbed = (
  state: CaseState,
  { caseId, mergeId, repairDueAt }: Absorbed,
  now: Instant,
): Decision =>
  next(
    state,
    {
      clocks: mergeDeadline(state.clocks, repairDueAt, now),
      absorbed: [...(state.absorbed ?? []), { caseId, repairDueAt, since: now }],
    },
    [{ name: 'absorbed', actor: system, data: { caseId, mergeId } }],
    now,
  );

/** A case for which help was called is not merged away: its forward would belong to nobody. */
export function merged(state: CaseState, intoCaseId: string, now: Instant): Decision | null {
  if (!state.merging) return null;
  const { actor, commandId, noteId } = state.merging;
  const { status, safety, assignee, clocks, alarms: heard, questions = [] } = state;
  // What is asked is withdrawn: after an undo nobody is waited for.
  const pauses = state.pauses.filter((pause) => !questions.some(({ id }) => id === pause.id));
  const { to, facts } = end(state, 'closed', 'merged', [['merged', { intoCaseId }]]);
  return next(
    state,
    {
      ...to,
      reopen: null,
      merging: null,
      beforeMerge: { status, safety, assignee, pauses, clocks, heard, mergeId: commandId },
    },
    facts.map(([name, data]) => ({ name, actor, commandId, noteId: noteId ?? undefined, data })),
    now,
  );
}

export function mergeRefused(state: CaseState, code: ErrorCode, now: Instant): Decision | null {
  if (!state.merging) return null;
  const { intoCaseId, actor, commandId, noteId } = state.merging;
  const fact = { name: 'merge-refused' as const, actor, commandId, noteId: noteId ?? undefined };
  return next(state, { merging: null }, [{ ...fact, data: { intoCaseId, code } }], now);
}

/** All news is written down; only an acknowledgement of the present forward changes how the case stands. */
export function forwardNews(state: CaseState, event: News, now: Instant): Decision {
  const { forwardNumber, news, agencyId, attempt, newsId } = event;
  const acknowledged = news === 'forward-acknowledged';
  const awaited = state.forward === 'running' && forwardNumber === state.forwards;
  const actor: Actor = acknowledged ? { kind: 'agency', id: agencyId } : system;
  const to = acknowledged && awaited ? ({ forward: 'acknowledged' } as const) : {};
  return next(state, to, [{ name: news, actor, data: { agencyId, attempt, newsId } }], now);
}
