import { defineSignal } from '@temporalio/workflow';

/** The contract of a review: one place for workflow and API. Ids alone. */
export const reviewWorkflowId = (reviewId: string) => `review-${reviewId}`;

export interface ReviewInput {
  reviewId: string;
}

/** Somebody has written something that may move the follow-up; the row says what. */
export const reviewChangedSignal = defineSignal('reviewChanged');
