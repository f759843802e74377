import type { ErrorCode } from '../errors';
import type { RedemptionState } from './points';

/** What a reward is when somebody wants it; days are local, `YYYY-MM-DD`. */
export interface Offer {
  active: boolean;
  cost: number;
  /** How many there are in all; null for no limit. */
  stock: number | null;
  /** How many are given away: codes that wait to be used or were. */
  taken: number;
  validFrom: string;
  validTo: string;
}

/** Why somebody with so many points cannot have it on that day, or null. */
export function whyNot(offer: Offer, balance: number, today: string): ErrorCode | null {
  if (!isOffered(offer, today)) return 'reward-over';
  if (isGone(offer)) return 'none-left';
  return balance < offer.cost ? 'too-few-points' : null;
}

export const isOffered = ({ active, validFrom, validTo }: Offer, today: string): boolean =>
  active && validFrom <= today && today <= validTo;

export const isGone = ({ stock, taken }: Offer): boolean => stock !== null && taken >= stock;

/** Why a code does not work at `now`, or null. */
export function whyUnusable(
  { state, expiresAt }: { state: RedemptionState; expiresAt: Date },
  now: Date,
): ErrorCode | null {
  if (state === 'used') return 'code-used';
  return state === 'issued' && now < expiresAt ? null : 'code-over';
}
