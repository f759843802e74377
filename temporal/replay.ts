import { type History, historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import { workflowBundle } from './bundle';

/** What running a history again came to. */
export interface Verdict {
  reproduced: boolean;
  /** The build that ran it again. */
  buildId: string;
  /** Where it would decide otherwise. */
  message: string | null;
}

/** One at a time: running again costs a processor, which the product needs for its work. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs the decisions of a history again with today's program, without touching anything.
 * The workflow's code runs in threads of its own, beside the event loop.
 * @param json the history as Temporal writes it
 */
export function replay(json: string, workflowId: string): Promise<Verdict> {
  const mine = turn.then(() => replayNow(json, workflowId));
  turn = mine.catch(() => {});
  return mine;
}

async function replayNow(json: string, workflowId: string): Promise<Verdict> {
  const bundle = await workflowBundle();
  const { buildId } = bundle;
  const history: History = historyFromJSON(JSON.parse(json));
  try {
    await Worker.runReplayHistory({ workflowBundle: bundle }, history, workflowId);
    return { reproduced: true, buildId, message: null };
  } catch (error) {
    // It would decide otherwise, or knows no such workflow any more.
    return { reproduced: false, buildId, message: (error as Error).message };
  }
}
