import type { DataSource } from 'typeorm';
import type { MailQueue } from './queues';

const BATCH = 200;
/** A queued row that old is looked after: its job may have been lost with a process. */
const LOST_AFTER = '30 seconds';

/** A receipt waits a little for the report's number in the register, and goes without it where none comes. */
const WAITS_FOR_NUMBER = `event = 'received' AND created_at > now() - interval '20 seconds'
  AND EXISTS (SELECT FROM report r WHERE r.id = report_id AND r.registered_at IS NULL)`;

/** Hands waiting messages to the queue, and queued ones that have lost their job. @returns how many */
export async function dispatch(db: DataSource, queue: MailQueue): Promise<number> {
  const [rows]: [{ id: string; fresh: boolean }[], number] = await db.query(
    `UPDATE message m SET status = 'queued', queued_at = now()
     FROM (SELECT id, status FROM message
           WHERE (status = 'waiting' AND NOT (${WAITS_FOR_NUMBER})) OR (status = 'queued' AND queued_at < now() - interval '${LOST_AFTER}')
           ORDER BY (status = 'queued'), created_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) before
     WHERE m.id = before.id
     RETURNING m.id, before.status = 'waiting' AND m.tries = 0 AS fresh`,
  );
  await queue.addBulk(rows.filter(({ fresh }) => fresh).map(({ id }) => jobOf(id)));
  for (const { id, fresh } of rows) if (!fresh) await addAgain(queue, id);
  return rows.length;
}

/** A job that waits for its next try stays; one that has ended (its process died twice) makes room for another. */
async function addAgain(queue: MailQueue, id: string): Promise<void> {
  const job = await queue.getJob(id);
  const ended = job && ((await job.isFailed()) || (await job.isCompleted()));
  if (ended) await job.remove();
  if (!job || ended) await queue.add('send', { messageId: id }, { jobId: id });
}

/** The same id twice is the same job. */
const jobOf = (messageId: string) => ({ name: 'send', data: { messageId }, opts: { jobId: messageId } });
