import { randomUUID } from 'node:crypto';
import { createMunicipality } from '../activities/emergency/testing';
import { createPerson, createReport, createTown, createUser, type Town } from '../activities/testing';
import { Message, type Person, Report, TemplateVersion } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { citizenToken, trackingCode } from '../db/tokens';
import type { MessageEvent } from '../domain/messages/table';
import { createSender, type Sender } from './send';
import { type Mailbox, smtpRefusal, startMailbox } from './testing-mail';

const config = {
  mailFrom: 'Comune <no-reply@city.example>',
  publicUrl: 'https://city.example',
  appSecret: 'a'.repeat(40),
};
const warn = jest.fn();
let database: TestDatabase;
let mailbox: Mailbox;
let sender: Sender;
let town: Town;
let person: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  await createMunicipality(database.dataSource);
  town = await createTown(database.dataSource);
  person = await createPerson(database.dataSource);
  mailbox = await startMailbox();
  sender = createSender(database.dataSource, { ...config, smtpUrl: mailbox.url }, { warn });
});
afterEach(() => {
  mailbox.received.length = 0;
  mailbox.onMail = () => {};
  warn.mockClear();
});
afterAll(async () => {
  sender.close();
  await mailbox.close();
  await database.drop();
});

const messages = () => database.dataSource.getRepository(Message);
const rowOf = (id: string) => messages().findOneByOrFail({ id });

/** A queued row for a citizen about a report of theirs. */
async function queued(
  event: MessageEvent = 'received',
  change: Partial<Message> = {},
  to = person,
  told: Partial<Report> = {},
) {
  const id = randomUUID();
  const report = await createReport(database.dataSource, town, { personId: to.id, ...told });
  const whom = { recipientKind: 'person', recipientId: to.id, locale: 'it', reportId: report.id } as const;
  await messages().insert({
    ...{ id, dedupeKey: id, event, ...whom, status: 'queued', queuedAt: new Date() },
    ...(change as object),
  });
  return { id, reportId: report.id };
}

const refusalOf = (promise: Promise<void>) =>
  promise.then(
    () => null,
    (error: Error) => error.message,
  );

test('a row becomes one mail with two twins, in the person’s language, with its links', async () => {
  const photoId = randomUUID();
  const { id, reportId } = await queued('repaired', { locale: 'en', data: { photoId } });
  await sender.send(id, false);
  const [mail] = mailbox.received;
  const tracking = `https://city.example/t/${trackingCode(config.appSecret, reportId)}`;
  const link = { purpose: 'unsubscribe', personId: person.id, about: reportId } as const;
  const unsubscribe = `https://city.example/u/${citizenToken(config.appSecret, link)}`;
  expect(mail?.to).toMatchObject({ text: person.email });
  expect(mail?.subject).toMatch(/repair/i);
  for (const twin of [String(mail?.html), String(mail?.text)]) {
    for (const part of ['Pothole', 'Via Roma 12', tracking, `${tracking}/photos/${photoId}`, unsubscribe]) {
      expect(twin).toContain(part);
    }
  }
  // What opens something is in the mail alone.
  const kept = JSON.stringify(await rowOf(id));
  expect(kept).toContain('⟦trackingUrl⟧/photos/');
  for (const token of [tracking, unsubscribe].map((url) => url.split('/').at(-1)!))
    expect(kept).not.toContain(token);
  expect(mail?.messageId).toBe(`<${id}@city.example>`);
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail?.headers.get('list')).toMatchObject({ unsubscribe: { url: unsubscribe } });
  expect(await rowOf(id)).toMatchObject({
    status: 'sent',
    tries: 1,
    lastError: null,
    subject: mail?.subject,
  });
});

test('another language is another mail', async () => {
  const { id } = await queued('repaired');
  await sender.send(id, false);
  expect(mailbox.received[0]?.text).toContain('Buca');
  expect(mailbox.received[0]?.html).toContain('<html lang="it">');
});

test('a question about no place says so, and nobody is told how dangerous it is', async () => {
  const nowhere = { kind: 'question', location: null, locationSource: null, address: null } as const;
  const asked = await queued('received', {}, person, nowhere);
  const owned = await queued('owner-forward', {}, person, nowhere);
  await sender.send(asked.id, false);
  await sender.send(owned.id, false);
  const [received, passedOn] = mailbox.received.map(({ text }) => text);
  expect(received).toContain('(«Buca», nessun luogo indicato)');
  expect(passedOn).not.toContain('Pericolo');
});

test('without a mail server the message is kept, for the console to show', async () => {
  const { id } = await queued();
  const keeper = createSender(database.dataSource, { ...config, smtpUrl: undefined }, { warn });
  await keeper.send(id, false);
  const row = await rowOf(id);
  expect(row).toMatchObject({ status: 'kept', lastError: null });
  expect(row.text).toContain('⟦trackingUrl⟧');
  expect(mailbox.received).toHaveLength(0);
});

test('who has not confirmed hears nothing but the question, who was erased nothing at all', async () => {
  const stranger = await createPerson(database.dataSource, false);
  const [question, news] = [
    await queued('confirm-email', {}, stranger),
    await queued('received', {}, stranger),
  ];
  await sender.send(question.id, false);
  await sender.send(news.id, false);
  expect(mailbox.received.map(({ text }) => text?.includes('https://city.example/c/'))).toEqual([true]);
  expect((await rowOf(news.id)).status).toBe('suppressed');

  const later = await queued('confirm-email', {}, stranger);
  await database.dataSource.query('UPDATE person SET email = NULL, erased_at = now() WHERE id = $1', [
    stranger.id,
  ]);
  await sender.send(later.id, false);
  expect(await rowOf(later.id)).toMatchObject({ status: 'suppressed', text: null });
});

test('what may pass is tried again; the last try ends visible, with a code that names nobody', async () => {
  const { id } = await queued();
  mailbox.onMail = () => {
    throw smtpRefusal(451);
  };
  expect(await refusalOf(sender.send(id, false))).toBe('smtp-451');
  expect(await rowOf(id)).toMatchObject({ status: 'queued', tries: 1, lastError: 'smtp-451', sentAt: null });
  expect(await refusalOf(sender.send(id, true))).toBeNull();
  expect(await rowOf(id)).toMatchObject({ status: 'failed', tries: 2, lastError: 'smtp-451' });
  expect(JSON.stringify(warn.mock.calls)).not.toContain('@');
});

test('what the server refuses for good is not repeated, a wrong password of ours is', async () => {
  const { id } = await queued();
  mailbox.onMail = () => {
    throw smtpRefusal(550);
  };
  await sender.send(id, false);
  expect(await rowOf(id)).toMatchObject({ status: 'failed', tries: 1, lastError: 'smtp-550' });

  const other = await queued();
  const smtpUrl = mailbox.url.replace('smtp://', 'smtp://me:wrong@');
  const locked = createSender(database.dataSource, { ...config, smtpUrl }, { warn });
  expect(await refusalOf(locked.send(other.id, false))).toBe('smtp-535');
  expect((await rowOf(other.id)).status).toBe('queued');
});

test('a server that is not there is a code as well', async () => {
  const { id } = await queued();
  const lost = createSender(database.dataSource, { ...config, smtpUrl: 'smtp://127.0.0.1:1' }, { warn });
  expect(await refusalOf(lost.send(id, false))).toMatch(/^(esocket|econnection|econnrefused)$/);
});

test('two workers with the same row send one mail, and a sent row is not sent again', async () => {
  const { id } = await queued();
  await Promise.all([sender.send(id, false), sender.send(id, false), sender.send(id, false)]);
  await sender.send(id, false);
  expect(mailbox.received).toHaveLength(1);
  expect((await rowOf(id)).tries).toBe(1);
});

test('a process that dies between sending and marking sends the same message again', async () => {
  const { id } = await queued();
  mailbox.onMail = async () => {
    mailbox.onMail = () => {};
    // The locked row's connection goes, as it does with its process.
    await database.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE state = 'idle in transaction' AND datname = current_database()`,
    );
  };
  expect(await refusalOf(sender.send(id, false))).not.toBeNull();
  expect(await rowOf(id)).toMatchObject({ status: 'queued', tries: 0 });
  await sender.send(id, false);
  expect((await rowOf(id)).status).toBe('sent');
  expect(mailbox.received.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${id}@city.example>`));
});

describe('a municipality’s own template', () => {
  const versions = () => database.dataSource.getRepository(TemplateVersion);
  let version = 0;
  const write = async (source: string | null) => {
    const [user] = await database.dataSource.query('SELECT id FROM app_user LIMIT 1');
    version += 1;
    await versions().insert({ event: 'closed', locale: 'it', version, source, madeBy: user.id });
  };
  beforeAll(() => createUser(database.dataSource, 'admin'));
  afterEach(() => versions().deleteAll());

  test('is used from the next message on, without a restart, until it is taken back', async () => {
    const texts = [null, 'Uno', 'Due', null];
    for (const words of texts) {
      const { id, reportId } = await queued('closed');
      await write(words && `Fatto: {{reportNumber}}\n\n${words} {{place}}`);
      await sender.send(id, false);
      const mail = mailbox.received.at(-1);
      if (!words) expect(mail?.text).not.toMatch(/Uno|Due/);
      else {
        expect(mail?.text).toContain(`${words} Via Roma 12`);
        const { number } = await database.dataSource.getRepository(Report).findOneByOrFail({ id: reportId });
        expect(mail?.subject).toBe(`Fatto: ${number}`);
      }
    }
  });

  test.each([
    ['an unknown field', 'Ciao\n\nCaro {{surname}}'],
    ['an open block', 'Ciao\n\n{{#if place}}'],
    ['no text', 'Ciao'],
  ])('with %s gives way to the built-in one, and the row says so', async (_what, broken) => {
    await write(broken);
    const { id } = await queued('closed');
    await sender.send(id, false);
    expect(mailbox.received[0]?.text).toContain('Buca');
    expect(await rowOf(id)).toMatchObject({ status: 'sent', lastError: 'own-template-broken' });
    expect(warn).toHaveBeenCalledWith({ event: 'closed', locale: 'it' }, 'own-template-broken');
  });
});
