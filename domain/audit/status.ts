import type { FactName } from '../case/facts';
import type { CaseStatus } from '../vocabulary';

/** The statuses in which a fact can have left a case; a fact that is not here leaves it where it was. */
const leaves: Partial<Record<FactName, readonly CaseStatus[]>> = {
  opened: ['verifying'],
  verified: ['accepting'],
  rejected: ['rejected'],
  answered: ['answered'],
  rerouted: ['verifying', 'accepting'],
  accepted: ['assigning'],
  assigned: ['assigned'],
  unassigned: ['assigning'],
  started: ['working'],
  repaired: ['repaired'],
  'rating-asked': ['rating'],
  closed: ['closed'],
  merged: ['closed'],
  reopened: ['assigning'],
  unmerged: ['verifying', 'accepting', 'assigning', 'assigned', 'working', 'repaired', 'rating'],
};

/** Whether the status that a list shows can follow from what the log says happened, oldest fact first. */
export function statusFits(facts: readonly FactName[], status: CaseStatus): boolean {
  const last = facts.findLast((name) => leaves[name]);
  return last === undefined || (leaves[last]?.includes(status) ?? false);
}
