import path from 'node:path';
import { Worker } from 'node:worker_threads';

const extension = path.extname(__filename);
/** The tests run the sources, which a thread reads by this alone. */
const execArgv = extension === '.ts' ? ['--require', path.resolve('testing/typescript.cjs')] : [];
/** What one thread may keep in memory. */
const MOST_MEGABYTES = 1024;

/**
 * Runs a file in a thread of its own, so that the process goes on answering: `workerData` is the task, its first message the
 * answer.
 * @param worker path of the file without its extension
 * @param signal aborted, it ends the thread at once and the promise with its reason
 * @throws what the thread throws
 */
export async function runInThread<T>(worker: string, task: unknown, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
  const thread = new Worker(worker + extension, { workerData: task, execArgv, resourceLimits });
  let abort = () => {};
  try {
    return await new Promise<T>((resolve, reject) => {
      abort = () => reject(signal?.reason);
      signal?.addEventListener('abort', abort);
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`${path.basename(worker)} ended with ${code}`)));
    });
  } finally {
    signal?.removeEventListener('abort', abort);
    await thread.terminate();
  }
}
