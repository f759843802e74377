import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import { quick } from '../proxies';
import { type ReviewInput, reviewChangedSignal } from './messages';
import type { ReviewPorts } from './ports';

const { followUpOf, fallDue, archiveHistory } = proxyActivities<ReviewPorts>(quick);

/** The follow-up of a review as a durable timer: people set the day, and may set another; on that day its owner hears of it. */
export async function reviewWorkflow({ reviewId }: ReviewInput): Promise<void> {
  const { workflowId, runId } = workflowInfo();
  let changed = true;
  setHandler(reviewChangedSignal, () => {
    changed = true;
  });
  while (changed) {
    changed = false;
    const followUpAt = await followUpOf(reviewId);
    if (followUpAt !== null) await follow(followUpAt);
    if (changed) continue;
    await archiveHistory({ workflowId, runId });
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof reviewWorkflow>({ reviewId });
  }

  async function follow(followUpAt: number): Promise<void> {
    const isChanged = () => changed || workflowInfo().continueAsNewSuggested;
    const wait = followUpAt - Date.now();
    if (wait > 0 && (await condition(isChanged, wait))) return;
    if (!changed) await fallDue({ reviewId, followUpAt });
  }
}
