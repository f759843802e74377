import { windowOver } from '../sla/stages';
import type { Command } from './commands';
import type { Change } from './decide';
import { type Decision, next } from './next';
import { type CaseState, type Handover, type Instant, system } from './state';

type Of<Name> = Extract<Command, { name: Name }>;

const told = ({ id: handoverId, to: { kind, id } }: Handover) => ({ handoverId, kind, id });

/** The case is offered; until somebody takes it, it stays where it is, and so do its clocks. */
export function offer(_: CaseState, { handoverId: id, to, categoryId }: Of<'hand-over'>): Change {
  const handover: Handover = { id, to, categoryId: categoryId ?? null };
  return { to: { handover }, facts: [['handover-offered', told(handover)]] };
}

export function answerOffer(state: CaseState, command: Of<'answer-handover'>): Change {
  const handover = state.handover!;
  if (!command.taken) {
    const data = { ...told(handover), reason: command.reason ?? 'other' };
    return { to: { handover: null }, facts: [['handover-refused', data]] };
  }
  return taken(state, handover);
}

/**
 * Another department has accepted a problem by taking it, and what only wants an answer it has still to answer; a supplier
 * or an agency has the work.
 */
function taken(state: CaseState, handover: Handover): Change {
  const data = told(handover);
  const { categoryId, to: party } = handover;
  const { kind, id } = party;
  if (kind === 'department') {
    const status = state.kind === 'problem' ? ('assigning' as const) : ('accepting' as const);
    const to = { status, departmentId: id, categoryId: categoryId ?? state.categoryId };
    return {
      to: { ...to, assignee: null, pauses: [], handover: null },
      facts: [['handover-taken', { ...data, fromDepartmentId: state.departmentId }]],
    };
  }
  const assignee = { kind: kind as 'supplier' | 'agency', id };
  return {
    to: { status: 'assigned', assignee, handover: null },
    facts: [
      ['handover-taken', data],
      ['assigned', assignee],
    ],
  };
}

export const withdrawOffer = ({ handover }: CaseState): Change => ({
  to: { handover: null },
  facts: [['handover-withdrawn', told(handover!)]],
});

/** An end takes an offer back. */
export const withdrawAnyOffer = (state: CaseState): Change['facts'] =>
  state.handover ? withdrawOffer(state).facts : [];

/** Nobody has answered in time: the case is back where it was. */
export function offerDue(state: CaseState, now: Instant): Decision | null {
  if (!state.handover || !windowOver(state.clocks, 'handover', now)) return null;
  const data = told(state.handover);
  return next(state, { handover: null }, [{ name: 'handover-unanswered', actor: system, data }], now);
}
