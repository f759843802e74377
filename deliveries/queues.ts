import { createPostgresBackend, withBackend } from 'bullmq';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** The queue of outgoing mail; a job's data is the id of its row in `message`, nothing else. */
export const MAIL_QUEUE = 'mail';
export interface MailJob {
  messageId: string;
}

/** Eight tries with growing pauses, one to two hours in all. */
export const mailAttempts = 8;
const jobOptions = {
  attempts: mailAttempts,
  backoff: { type: 'exponential', delay: 60_000, jitter: 0.5 },
  removeOnComplete: { age: 3600 },
  removeOnFail: { age: 30 * 24 * 3600 },
};

const connection = (databaseUrl: string) => ({
  connectionString: databaseUrl,
  schema: 'bullmq',
  migrate: true,
  max: 5,
});

export const mailQueue = (databaseUrl: string) =>
  new Queue<MailJob>(MAIL_QUEUE, { connection: connection(databaseUrl), defaultJobOptions: jobOptions });
export type MailQueue = ReturnType<typeof mailQueue>;

/** The queue of posts to subscribers; a job is a lane of one subscriber, which sends what is due. */
export const WEBHOOK_QUEUE = 'webhooks';
export interface LaneJob {
  subscriberId: string;
}

export const webhookQueue = (databaseUrl: string) =>
  new Queue<LaneJob>(WEBHOOK_QUEUE, {
    connection: connection(databaseUrl),
    // What a lane leaves, the next one finds in its rows.
    defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
  });
export type WebhookQueue = ReturnType<typeof webhookQueue>;

/** As many lanes at once; a subscriber has a few of them at most. */
const LANES_AT_ONCE = 40;

export const webhookWorker = (databaseUrl: string, drain: (subscriberId: string) => Promise<unknown>) =>
  new Worker<LaneJob>(WEBHOOK_QUEUE, async (job) => void (await drain(job.data.subscriberId)), {
    connection: connection(databaseUrl),
    concurrency: LANES_AT_ONCE,
  });

/** @param send throws when the mail should be tried again */
export const mailWorker = (
  databaseUrl: string,
  send: (messageId: string, isLast: boolean) => Promise<void>,
) =>
  new Worker<MailJob>(
    MAIL_QUEUE,
    async (job) => send(job.data.messageId, job.attemptsMade + 1 >= mailAttempts),
    { connection: connection(databaseUrl), concurrency: 5 },
  );
