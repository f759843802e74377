import { randomUUID } from 'node:crypto';
import { reviewChangedSignal, reviewWorkflowId } from '../review/messages';
import type { ReviewPorts } from '../review/ports';
import type { Stage } from './stage';
import type { World } from './world';

/** A review as the database would have it, as far as its workflow asks. */
export interface ReviewRow {
  followUpAt: number | null;
  /** The days on which it fell due. */
  due: number[];
}

export const reviewPorts = ({ reviews }: World): Omit<ReviewPorts, 'archiveHistory'> => ({
  followUpOf: async (reviewId) => reviews.get(reviewId)!.followUpAt,
  fallDue: async ({ reviewId, followUpAt }) => {
    const row = reviews.get(reviewId)!;
    if (row.followUpAt !== followUpAt) return;
    row.followUpAt = null;
    row.due.push(followUpAt);
  },
});

/** Somebody sets the day of the follow-up, or takes it away; the workflow hears of it. */
export async function setFollowUp(
  { env, world, taskQueue }: Stage,
  followUpAt: number | null,
  reviewId: string = randomUUID(),
): Promise<string> {
  world.reviews.set(reviewId, { due: world.reviews.get(reviewId)?.due ?? [], followUpAt });
  await env.client.workflow.signalWithStart('reviewWorkflow', {
    ...{ workflowId: reviewWorkflowId(reviewId), taskQueue, args: [{ reviewId }] },
    ...{ signal: reviewChangedSignal, signalArgs: [] },
  });
  return reviewId;
}

export const reviewHandle = ({ env }: Stage, reviewId: string) =>
  env.client.workflow.getHandle(reviewWorkflowId(reviewId));
