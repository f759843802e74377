import type { Instant } from '../case/state';

/** Why a deadline was missed; a short list, so that what recurs can be counted. */
export const reviewCauses = [
  'load',
  'routing',
  'materials',
  'supplier',
  'access',
  'weather',
  'information',
  'other',
] as const;
export type ReviewCause = (typeof reviewCauses)[number];

/** `open`: nobody has said why yet. `following`: somebody changes something until a day. `due`: that day has come. */
export const reviewStatuses = ['open', 'following', 'due', 'closed'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/** What has become of it by the follow-up. */
export const reviewOutcomes = ['improved', 'unchanged', 'worse'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** So long a review may wait until somebody says why, or how it ended. Two weeks. */
export const EXPLAINED_WITHIN_HOURS = 14 * 24;

/** What a review decides about; the words that go with it are notes. */
export interface ReviewState {
  status: ReviewStatus;
  causes: readonly ReviewCause[];
  /** Who changes something. */
  ownerId: string | null;
  followUpAt: Instant | null;
  outcome: ReviewOutcome | null;
  /** It ended with somebody learning something. */
  training: boolean;
}

export type ReviewAct =
  /** Said anew it replaces what was said before. */
  | { name: 'find'; causes: readonly ReviewCause[]; ownerId: string; followUpAt: Instant }
  /** By the timer that was set for this instant. */
  | { name: 'fall-due'; followUpAt: Instant }
  | { name: 'close'; outcome: ReviewOutcome; training: boolean }
  | { name: 'reopen' };

/** The next state of a review, or null where the act is not possible in this one. */
export function decide(review: ReviewState, act: ReviewAct): ReviewState | null {
  const { status } = review;
  switch (act.name) {
    case 'find': {
      const { causes, ownerId, followUpAt } = act;
      return status === 'closed' ? null : { ...review, status: 'following', causes, ownerId, followUpAt };
    }
    case 'fall-due':
      return status === 'following' && review.followUpAt === act.followUpAt
        ? { ...review, status: 'due' }
        : null;
    case 'close':
      return status === 'following' || status === 'due'
        ? { ...review, status: 'closed', outcome: act.outcome, training: act.training }
        : null;
    case 'reopen':
      return status === 'closed'
        ? { ...review, status: 'open', followUpAt: null, outcome: null, training: false }
        : null;
  }
}
