import type { FactName } from '../case/facts';
import type { ClaimState } from './claim';

/** What is written of a claim into its case's log, beside what the case decides. */
export const claimEntries = [
  'warranty-proposed',
  'warranty-sent',
  'warranty-accepted',
  'warranty-refused',
  'warranty-unanswered',
  'warranty-taken-back',
  'warranty-withdrawn',
] as const;
export type ClaimEntry = (typeof claimEntries)[number];

interface Move {
  from: ClaimState;
  to: ClaimState;
  entry: ClaimEntry;
}

/**
 * A claim is an offer of the case to whoever repaired it: what becomes of the offer becomes of the claim. One that nobody
 * answers, or that is taken back, may be sent again.
 */
const moves: Partial<Record<FactName, Move>> = {
  'handover-offered': { from: 'proposed', to: 'sent', entry: 'warranty-sent' },
  'handover-taken': { from: 'sent', to: 'accepted', entry: 'warranty-accepted' },
  'handover-refused': { from: 'sent', to: 'refused', entry: 'warranty-refused' },
  'handover-unanswered': { from: 'sent', to: 'proposed', entry: 'warranty-unanswered' },
  'handover-withdrawn': { from: 'sent', to: 'proposed', entry: 'warranty-taken-back' },
};

/** What a fact about its offer makes of a claim; null where it makes nothing of it. */
export function moveOf(fact: FactName, state: ClaimState): Move | null {
  const move = moves[fact];
  return move?.from === state ? move : null;
}

/** Is a claim still to be settled? */
export const isOpenClaim = (state: ClaimState): boolean => state === 'proposed' || state === 'sent';

/** Was a claim withdrawn only because its case ended? Then it is made again when the case goes on. */
export const endedByItself = ({ state, endedBy }: { state: ClaimState; endedBy: string | null }): boolean =>
  state === 'withdrawn' && endedBy === null;
