/** What a review's workflow asks of the world. Every one is idempotent. */
export interface ReviewPorts {
  /** When the review has to be looked at again, in milliseconds since the epoch; null when nothing is to be waited for. */
  followUpOf(reviewId: string): Promise<number | null>;

  /** The day has come: the review says so and its owner hears of it, unless another day was set meanwhile. */
  fallDue(input: { reviewId: string; followUpAt: number }): Promise<void>;

  /** Keeps the history of the run that ends, with the build that ran it. */
  archiveHistory(input: { workflowId: string; runId: string }): Promise<void>;
}
