import { type CaseState, isOver } from '../../domain/case/state';
import type { Outcome } from '../../domain/vocabulary';

/**
 * What the members have to hear as the case stands: "please rate" while the window is open, and the end. Those of
 * a merged case are members of another by then.
 */
export function dueNotice(state: CaseState): { outcome: Outcome; final: boolean } | null {
  if (state.status === 'rating') return { outcome: 'repaired', final: false };
  if (state.outcome === 'merged') return null;
  return isOver(state) && state.outcome ? { outcome: state.outcome, final: true } : null;
}

/** Tells notices apart; members who joined since are told too. */
export const noticeKey = ({ cycle, status, members }: CaseState) => `${cycle}:${status}:${members}`;
