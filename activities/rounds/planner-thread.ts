import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { checkProblem } from '../../domain/rounds/check';
import type { PlanOptions, RoundPlan, RoundProblem } from '../../domain/rounds/types';

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

const extension = path.extname(__filename);
const worker = path.join(__dirname, `planner-worker${extension}`);
/** The tests run the sources, which a thread reads by this alone. */
const execArgv = extension === '.ts' ? ['--require', path.resolve('testing/typescript.cjs')] : [];

/**
 * Plans a round as `planRound` does, in a thread of its own, so that the process goes on answering.
 * @throws DomainError `invalid-input` as `planRound`; the signal's reason when it is aborted
 */
export async function planInThread(
  problem: RoundProblem,
  { budgetMs = 1000, signal, ...options }: ThreadOptions,
): Promise<RoundPlan> {
  checkProblem(problem);
  signal?.throwIfAborted();
  const task: ThreadTask = { problem, options, endsAt: Date.now() + budgetMs };
  const thread = new Worker(worker, { workerData: task, execArgv });
  let abort = () => {};
  try {
    return await new Promise<RoundPlan>((resolve, reject) => {
      abort = () => reject(signal?.reason);
      signal?.addEventListener('abort', abort);
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`the planner ended with ${code}`)));
    });
  } finally {
    signal?.removeEventListener('abort', abort);
    await thread.terminate();
  }
}
