export const claimStates = ['proposed', 'sent', 'accepted', 'refused', 'withdrawn'] as const;
export type ClaimState = (typeof claimStates)[number];

/** What a supplier owes again under its warranty. */
export interface Claim {
  id: string;
  /** The case that is open now, and the one that was repaired. */
  caseId: string;
  caseNumber: string;
  address: string | null;
  categoryId: string;
  repairedCaseId: string;
  repairedCaseNumber: string;
  supplier: string;
  contract: string | null;
  /** Local days. */
  repairedOn: string;
  warrantyUntil: string;
  backOn: string;
  daysLeft: number;
  sameCategory: boolean;
  state: ClaimState;
  /** The case can be offered to the supplier now. */
  sendable: boolean;
  supplierActive: boolean;
  proposedAt: string;
  sentAt: string | null;
  sentByName: string | null;
  endedAt: string | null;
  endedByName: string | null;
  /** Why the supplier refused. */
  reason: string | null;
  /** Why staff withdrew it. */
  note: string | null;
}
