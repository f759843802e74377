import path from 'node:path';
import { checkProblem } from '../../domain/rounds/check';
import type { PlanOptions, RoundPlan, RoundProblem } from '../../domain/rounds/types';
import { runInThread } from '../thread';

export interface ThreadOptions extends Omit<PlanOptions, 'keepGoing'> {
  /** Milliseconds after which the best plan so far is the answer, the thread's start included. */
  budgetMs?: number;
  /** Aborted, it ends the thread at once and the promise with its reason. */
  signal?: AbortSignal;
}

/** What the thread is told; see planner-worker.ts. */
export interface ThreadTask {
  problem: RoundProblem;
  options: Omit<PlanOptions, 'keepGoing'>;
  /** Milliseconds since the epoch. */
  endsAt: number;
}

const worker = path.join(__dirname, 'planner-worker');

/**
 * Plans a round as `planRound` does, in a thread of its own, so that the process goes on answering.
 * @throws DomainError `invalid-input` as `planRound`; the signal's reason when it is aborted
 */
export async function planInThread(
  problem: RoundProblem,
  { budgetMs = 1000, signal, ...options }: ThreadOptions,
): Promise<RoundPlan> {
  checkProblem(problem);
  const task: ThreadTask = { problem, options, endsAt: Date.now() + budgetMs };
  return runInThread(worker, task, signal);
}
