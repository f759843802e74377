import { matchOrOpen } from '../../activities/matching';
import type { Deps } from '../http/deps';

/** Those of one place wait for each other, and must not hold the connections of everybody else meanwhile. */
const AT_ONCE = 2;

/**
 * Gives accepted reports their case at once, a few at a time, so that whoever reports the same a moment later is
 * shown it, however busy the workflows are. It is the first step of the report's workflow, which repeats it
 * harmlessly, and does it alone where this fails.
 */
export function createAttaching({ db, log }: Pick<Deps, 'db' | 'log'>): (reportId: string) => void {
  const waiting: string[] = [];
  let running = 0;

  async function serve(): Promise<void> {
    running += 1;
    for (let reportId = waiting.shift(); reportId !== undefined; reportId = waiting.shift()) {
      const id = reportId;
      await db
        .transaction((tx) => matchOrOpen(tx, id))
        .catch(() => log.warn({ reportId: id }, 'no case yet; the workflow will find it'));
    }
    running -= 1;
  }

  return (reportId) => {
    waiting.push(reportId);
    if (running < AT_ONCE) void serve();
  };
}
