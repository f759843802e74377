import type { DataSource } from 'typeorm';
import type { WebhookQueue } from '../queues';

/** Lanes of one subscriber: so many posts to it are under way at once; one alone while it does not take them. */
const LANES = 4;

/**
 * Opens lanes for the subscribers that have something due. A lane that runs already is not opened twice.
 * @returns how many subscribers
 */
export async function dispatchLanes(db: DataSource, queue: WebhookQueue): Promise<number> {
  const due: { id: string; troubled: boolean }[] = await db.query(
    `SELECT s.id, EXISTS (SELECT FROM delivery v
       WHERE v.subscriber_id = s.id AND v.status IN ('waiting', 'sending') AND v.tries > 0) AS troubled
     FROM subscriber s WHERE s.active AND EXISTS (SELECT FROM delivery v
       WHERE v.subscriber_id = s.id AND v.status IN ('waiting', 'sending') AND v.next_at <= now())`,
  );
  const lanes = due.flatMap(({ id, troubled }) =>
    Array.from({ length: troubled ? 1 : LANES }, (_, lane) => ({
      name: 'drain',
      data: { subscriberId: id },
      opts: { jobId: `${id}-${lane}` },
    })),
  );
  if (lanes.length > 0) await queue.addBulk(lanes);
  return due.length;
}
