/** A local day, `YYYY-MM-DD`. */
export type Day = string;

/** A repair at the place of a problem, by whoever did it. */
export interface PlaceRepair {
  id: string;
  caseId: string;
  /** When it was recorded; milliseconds since the epoch. */
  at: number;
  on: Day;
  categoryId: string;
  /** Null where no supplier did it. */
  supplierId: string | null;
  contractId: string | null;
  /** The last day of the warranty; null where none was agreed. */
  warrantyUntil: Day | null;
}

/** That the problem is there again. */
export interface Return {
  at: number;
  on: Day;
  categoryId: string;
}

/** Why a supplier owes the repair again. */
export interface Grounds {
  repair: PlaceRepair & { supplierId: string; warrantyUntil: Day };
  backOn: Day;
  /** Of the warranty, after the day of the return; 0 on its last one. */
  daysLeft: number;
  sameCategory: boolean;
}

export const claimStates = ['proposed', 'sent', 'accepted', 'refused', 'withdrawn'] as const;
export type ClaimState = (typeof claimStates)[number];

const DAY_MS = 86_400_000;

/** Whole days from one local day to another; a day has no hour, so that no change of clocks counts. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Who mended last answers for the place. */
export const lastOf = (repairs: readonly PlaceRepair[]): PlaceRepair | undefined =>
  [...repairs].sort((a, b) => b.at - a.at)[0];

/**
 * Whether a return falls under a warranty. Only the last repair before it counts: who mended last answers for the place,
 * and a warranty does not outlive the work of somebody else on top of it.
 * @param repairs all of the place, in any order
 * @returns null where the last repair was not a supplier's, has no warranty, or one that had ended the day before
 */
export function claimOf(back: Return, repairs: readonly PlaceRepair[]): Grounds | null {
  const last = lastOf(repairs.filter(({ at }) => at < back.at));
  if (!last?.supplierId || !last.warrantyUntil) return null;
  const daysLeft = daysBetween(back.on, last.warrantyUntil);
  if (daysLeft < 0) return null;
  return {
    repair: { ...last, supplierId: last.supplierId, warrantyUntil: last.warrantyUntil },
    ...{ backOn: back.on, daysLeft, sameCategory: last.categoryId === back.categoryId },
  };
}
