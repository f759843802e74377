import type { DataSource } from 'typeorm';
import type { MailQueue } from './queues';

const BATCH = 200;
/** A queued row that old is looked after: its job may have been lost with a process. */
const LOST_AFTER = '30 seconds';

/** Hands waiting messages to the queue, and queued ones that have lost their job. @returns how many */
export async function dispatch(db: DataSource, queue: MailQueue): Promise<number> {
  const [rows]: [{ id: string; tries: number }[], number] = await db.query(
    `UPDATE message SET status = 'queued', queued_at = now() WHERE id IN (
       SELECT id FROM message
       WHERE status = 'waiting' OR (status = 'queued' AND queued_at < now() - interval '${LOST_AFTER}')
       ORDER BY (status = 'queued'), created_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
     RETURNING id, tries`,
  );
  const fresh = rows.filter(({ tries }) => tries === 0);
  await queue.addBulk(fresh.map(({ id }) => jobOf(id)));
  for (const { id } of rows.filter(({ tries }) => tries > 0)) await addAgain(queue, id);
  return rows.length;
}

/** A job that waits for its next try stays; one that has ended makes room for another. */
async function addAgain(queue: MailQueue, id: string): Promise<void> {
  const job = await queue.getJob(id);
  const ended = job && ((await job.isFailed()) || (await job.isCompleted()));
  if (ended) await job.remove();
  if (!job || ended) await queue.add('send', { messageId: id }, { jobId: id });
}

/** The same id twice is the same job. */
const jobOf = (messageId: string) => ({ name: 'send', data: { messageId }, opts: { jobId: messageId } });
