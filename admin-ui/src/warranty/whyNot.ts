import type { Claim } from './types';

/** The sentence that says why a claim cannot be sent now; null where it can, or was. */
export function whyNotSendable({ state, sendable, supplierActive }: Claim): string | null {
  if (state !== 'proposed' || sendable) return null;
  return supplierActive ? 'warranty.notYet' : 'warranty.inactive';
}
