/** Why a line stands in somebody's ledger of points. */
export const pointReasons = ['first', 'further', 'corrected', 'redeemed', 'expired', 'returned'] as const;
export type PointReason = (typeof pointReasons)[number];

/**
 * For a report that was found to be real, once a person and case: whoever told of it first earns most, and whoever
 * told of the same problem after that a little, so that it does not pay to report what is known. Nothing is ever taken
 * for a report: not for a wrong one, and not for a credit that turns out to be a mistake of ours. `corrected` is what an
 * appeal brings, as much as the judgement should have.
 */
export const earned = { first: 10, further: 2 } as const satisfies Partial<Record<PointReason, number>>;

/** What staff read of a code, and the citizen of the own ones. */
export const redemptionStates = ['issued', 'used', 'expired', 'returned'] as const;
export type RedemptionState = (typeof redemptionStates)[number];

export const appealStates = ['open', 'upheld', 'explained'] as const;
export type AppealState = (typeof appealStates)[number];
