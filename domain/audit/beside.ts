import { claimEntries } from '../warranty/course';

/**
 * What stands in the chain of a case and no history decides: what staff say and record beside its course, and the
 * priority, which is derived from it. Everything else in that chain has to be in a history.
 */
const besideNames: readonly string[] = [
  'commented',
  'said',
  'supplier-accepted',
  'supplier-scheduled',
  'escalation-seen',
  'review-found',
  'review-view',
  'review-due',
  'review-closed',
  'review-reopened',
  'cause-recurs',
  'acknowledgement-recorded',
  'priority-changed',
  'burst-confirmed',
  ...claimEntries,
];

/** A version and a place in it: how a decision is written down. */
const decidedId = /^\d+\.\d+$/;

/** Stands beside the decisions: by its name, and not under the id of a decision. */
export const isBeside = ({ name, factId }: { name: string; factId: string }): boolean =>
  besideNames.includes(name) && !decidedId.test(factId);
