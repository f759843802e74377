import { randomUUID } from 'node:crypto';
import { UnrecoverableError } from 'bullmq';
import { createMunicipality } from '../activities/emergency/testing';
import { createPerson, createReport, createTown } from '../activities/testing';
import { Message } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { registerReports } from '../temporal/register';
import { dispatch } from './dispatch';
import { type MailQueue, mailAttempts, mailQueue, mailWorker } from './queues';
import { createSender, type Sender } from './send';
import { type Mailbox, smtpRefusal, startMailbox } from './testing-mail';

let database: TestDatabase;
let mailbox: Mailbox;
let sender: Sender;
let queue: MailQueue;
let worker: ReturnType<typeof mailWorker> | null = null;
let citizen: { personId: string; reportId: string };

beforeAll(async () => {
  database = await createTestDatabase();
  const db = database.dataSource;
  await createMunicipality(db);
  mailbox = await startMailbox();
  const config = {
    ...{ mailFrom: 'no-reply@city.example', publicUrl: 'https://city.example', appSecret: 'a'.repeat(40) },
    smtpUrl: mailbox.url,
  };
  sender = createSender(db, config, { warn: () => {} });
  queue = mailQueue(database.url);
  await queue.waitUntilReady();
  const { id: personId } = await createPerson(db);
  const { id: reportId } = await createReport(db, await createTown(db), { personId });
  citizen = { personId, reportId };
});
afterEach(async () => {
  await worker?.close();
  worker = null;
  mailbox.received.length = 0;
  mailbox.onMail = () => {};
});
afterAll(async () => {
  await queue.close();
  sender.close();
  await mailbox.close();
  await database.drop();
});

const messages = () => database.dataSource.getRepository(Message);

async function waiting(change: Partial<Message> = {}): Promise<string> {
  const id = randomUUID();
  const whom = {
    recipientKind: 'person',
    recipientId: citizen.personId,
    reportId: citizen.reportId,
  } as const;
  await messages().insert({
    id,
    dedupeKey: id,
    event: 'verified',
    locale: 'it',
    ...whom,
    ...(change as object),
  });
  return id;
}

const hand = () => dispatch(database.dataSource, queue);
const work = (send: Sender['send'] = sender.send) => {
  worker = mailWorker(database.url, send);
  worker.on('error', () => {});
};
/** As if the time after which a queued row is looked after had passed. */
const age = (id: string) =>
  database.dataSource.query(`UPDATE message SET queued_at = now() - interval '31 seconds' WHERE id = $1`, [
    id,
  ]);
/** The console's button. */
const again = (id: string) =>
  messages().update({ id }, { status: 'waiting', queuedAt: null, lastError: null });

async function until<T>(what: () => Promise<T | false | null | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries++) {
    const found = await what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come.');
}
const ends = (id: string, status: Message['status']) => until(() => messages().findOneBy({ id, status }));

test('a receipt waits for the report’s number in the register, but not for long', async () => {
  const ids = [await waiting({ event: 'received' }), await waiting({ event: 'received' })];
  expect(await hand()).toBe(0);
  await messages().update(ids[0]!, { createdAt: new Date(Date.now() - 21_000) });
  expect(await hand()).toBe(1);
  await registerReports(database.dataSource);
  expect(await hand()).toBe(1);
  await messages().delete(ids);
  for (const id of ids) await (await queue.getJob(id))?.remove();
});

test('a job is the id of its row and nothing else, however often the row is handed over', async () => {
  const id = await waiting();
  expect(await hand()).toBe(1);
  expect(await hand()).toBe(0);
  await age(id);
  expect(await hand()).toBe(1);
  expect((await queue.getJobs()).map((job) => [job.id, job.data])).toEqual([[id, { messageId: id }]]);
  work();
  await ends(id, 'sent');
  expect(mailbox.received).toHaveLength(1);
  expect(await hand()).toBe(0);
});

test('a row whose job was lost with its process gets another after 30 seconds', async () => {
  const id = await waiting();
  await messages().update({ id }, { status: 'queued', queuedAt: new Date() });
  expect(await hand()).toBe(0);
  await age(id);
  expect(await hand()).toBe(1);
  work();
  await ends(id, 'sent');
});

test('so does a row whose job ended without it', async () => {
  const id = await waiting();
  await hand();
  work(() => Promise.reject(new UnrecoverableError('lost')));
  await until(async () => (await queue.getJob(id))?.isFailed());
  await worker?.close();
  await age(id);
  await hand();
  work();
  await ends(id, 'sent');
  expect(mailbox.received).toHaveLength(1);
});

test('a server that is down is tried again with growing pauses; then the row has failed, until somebody retries', async () => {
  mailbox.onMail = () => {
    throw smtpRefusal(421);
  };
  const id = await waiting();
  await hand();
  work();
  const pauses: number[] = [];
  for (let tries = 1; tries < mailAttempts; tries++) {
    const job = await until(async () => {
      const found = await queue.getJob(id);
      return found?.attemptsMade === tries && (await found.isDelayed()) && found;
    });
    pauses.push(job.delay);
    expect(await messages().findOneBy({ id })).toMatchObject({
      status: 'queued',
      tries,
      lastError: 'smtp-421',
    });
    if (tries === 1) {
      await age(id);
      await hand();
      expect(await (await queue.getJob(id))?.isDelayed()).toBe(true);
    }
    await job.promote();
  }
  for (const [index, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThanOrEqual(30_000 * 2 ** index);
    expect(pause).toBeLessThanOrEqual(60_000 * 2 ** index);
  }
  expect(await ends(id, 'failed')).toMatchObject({ tries: mailAttempts, lastError: 'smtp-421' });
  expect(mailbox.received).toHaveLength(0);

  mailbox.onMail = () => {};
  await again(id);
  await hand();
  expect(await ends(id, 'sent')).toMatchObject({ lastError: null });
  expect(mailbox.received).toHaveLength(1);
});
