import { randomUUID } from 'node:crypto';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { Webhook } from 'standardwebhooks';
import type { DataSource } from 'typeorm';
import { Agency, Case, DepartmentAgency, Forward, Membership, Message, RosterShift } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { hashToken, rowToken } from '../db/tokens';
import { type Receiver, startReceiver } from '../deliveries/testing-receiver';
import type { EmergencyPorts } from '../workflows/emergency/ports';
import { createEmergencyActivities } from './emergency';
import { TOKEN_PLACE } from './emergency/post';
import { createMunicipality } from './emergency/testing';
import { createReport, createTown, createUser, dependenciesOf, recordingSignals, type Town } from './testing';

const appSecret = 'a-secret-of-at-least-thirty-two-characters';
const config = { publicUrl: 'https://city.example', appSecret, allowPrivateWebhooks: true };
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let database: TestDatabase;
let db: DataSource;
let town: Town;
let receiver: Receiver;
let ports: EmergencyPorts;

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  await createMunicipality(db);
  town = await createTown(db);
  receiver = await startReceiver();
  ports = createEmergencyActivities({ ...dependenciesOf(db, recordingSignals()), config });
});
beforeEach(() => {
  receiver.answer = 204;
  receiver.received.length = 0;
});
afterAll(async () => {
  await receiver.close();
  await database.drop();
});

/** Runs an activity as its nth try. */
const during = <T>(run: () => Promise<T>, attempt = 1): Promise<T> =>
  new MockActivityEnvironment({ attempt }, { logger: new DefaultLogger('ERROR') }).run(run);

async function createAgency(change: Partial<Agency> = {}, position = 0): Promise<Agency> {
  const id = randomUUID();
  const values = { id, name: `Agency ${id}`, webhookUrl: receiver.url, secret, ackMinutes: 5, ...change };
  await db.getRepository(Agency).insert(values);
  await db
    .getRepository(DepartmentAgency)
    .insert({ departmentId: town.departmentId, agencyId: id, position });
  return db.getRepository(Agency).findOneByOrFail({ id });
}

async function createCase(change: Partial<Case> = {}): Promise<string> {
  const report = await createReport(db, town, { emergency: 'injured', text: 'Un motociclista è caduto' });
  const id = randomUUID();
  const { departmentId, categoryId } = town;
  await db.getRepository(Case).insert({
    ...{ id, departmentId, categoryId, number: `C-${id}`, kind: 'problem', status: 'verifying' },
    ...{ danger: 4, emergency: 'injured', priority: 100, location: report.location, address: 'Via Roma 12' },
    ...(change as object),
  });
  await db.getRepository(Membership).insert({ reportId: report.id, caseId: id });
  return id;
}

const rowsOf = (caseId: string) =>
  db.getRepository(Forward).find({ where: { caseId }, order: { sentAt: 'ASC' } });
const bodyOf = (index: number) => JSON.parse(receiver.received[index]!.body);

test('agencies are called in the department’s order, those switched off left out', async () => {
  const second = await createAgency({}, 102);
  const first = await createAgency({}, 101);
  const off = await createAgency({ active: false }, 100);
  const ids = await during(async () => ports.listAgencies(await createCase()));
  expect(ids.slice(-2)).toEqual([first.id, second.id]);
  expect(ids).not.toContain(off.id);
});

test('an alert is a row, a signed post, and an answer link that only its hash stays of', async () => {
  const caseId = await createCase();
  const agency = await createAgency({ email: 'so@agency.example' });
  const { ackBy } = await during(() =>
    ports.postAlert({ caseId, forwardNumber: 1, agencyId: agency.id, attempt: 0 }),
  );
  expect(ackBy - Date.now()).toBeGreaterThan(4.5 * 60_000);

  const [row] = await rowsOf(caseId);
  const token = rowToken(appSecret, 'answer', row!.id);
  expect(row).toMatchObject({ tries: 1, lastStatus: 204, lastError: null, attempt: 0, msgType: 'Alert' });
  expect(row!.deliveredAt).not.toBeNull();
  expect(row!.ackTokenHash).toEqual(hashToken(token));
  expect(row!.cap).toContain(`https://city.example/a/${TOKEN_PLACE}`);
  expect(row!.cap).not.toContain(token);

  const [post] = receiver.received;
  new Webhook(secret).verify(post!.body, post!.headers as Record<string, string>);
  expect(post!.headers['webhook-id']).toBe(row!.id);
  expect(bodyOf(0)).toMatchObject({
    type: 'emergency.alert',
    timestamp: row!.sentAt.toISOString(),
    data: { forwardId: row!.id, acknowledgeUrl: `https://city.example/a/${token}` },
  });
  expect(bodyOf(0).data.cap).toContain(`<web>https://city.example/a/${token}</web>`);
  expect(bodyOf(0).data.cap).toContain('Un motociclista è caduto');

  const mail = await db.getRepository(Message).findBy({ caseId, event: 'agency-alert' });
  expect(mail).toMatchObject([
    { recipientKind: 'agency', recipientId: agency.id, data: { forwardId: row!.id } },
  ]);
});

test('an emergency that nobody says the place of goes out all the same', async () => {
  const caseId = await createCase({ kind: 'question', location: null, address: null });
  const { id: agencyId } = await createAgency();
  await during(() => ports.postAlert({ caseId, forwardNumber: 1, agencyId, attempt: 0 }));
  expect(bodyOf(0).data.cap).toContain('<areaDesc>Luogo non indicato</areaDesc>');
  expect(bodyOf(0).data.cap).not.toContain('<circle>');
});

test('a repeated try is the same row, id, link and words, and is not posted again once taken', async () => {
  const caseId = await createCase();
  const { id: agencyId } = await createAgency({ email: 'so@agency.example' });
  receiver.answer = 503;
  const call = () => ports.postAlert({ caseId, forwardNumber: 1, agencyId, attempt: 0 });
  await expect(during(call)).rejects.toThrow('http-503');
  receiver.answer = 200;
  await during(call, 2);
  await during(call, 3);
  expect(receiver.received).toHaveLength(2);
  expect(receiver.received[0]!.body).toBe(receiver.received[1]!.body);
  expect(receiver.received[0]!.headers['webhook-id']).toBe(receiver.received[1]!.headers['webhook-id']);
  expect(await rowsOf(caseId)).toMatchObject([{ tries: 2, lastStatus: 200, lastError: null }]);
  expect(await db.getRepository(Message).countBy({ caseId, event: 'agency-alert' })).toBe(1);
});

test('a dead webhook holds up nothing: after some tries the mail counts, or the next agency’s turn comes', async () => {
  const caseId = await createCase();
  const webhookUrl = 'http://127.0.0.1:1/';
  const mailed = await createAgency({ webhookUrl, email: 'so@agency.example' });
  const deaf = await createAgency({ webhookUrl });
  const post = (agency: Agency, attempt: number, tryNumber: number) =>
    during(() => ports.postAlert({ caseId, forwardNumber: 1, agencyId: agency.id, attempt }), tryNumber);
  await expect(post(mailed, 0, 1)).rejects.toMatchObject({ message: 'ECONNREFUSED', nonRetryable: false });
  expect((await post(mailed, 0, 4)).ackBy).toBeGreaterThan(Date.now());
  await expect(post(deaf, 1, 4)).rejects.toMatchObject({ type: 'agency-not-reached', nonRetryable: true });
  expect(await rowsOf(caseId)).toMatchObject([
    { tries: 2, lastError: 'ECONNREFUSED', deliveredAt: null },
    { tries: 1, lastError: 'ECONNREFUSED', deliveredAt: null },
  ]);
});

test('private addresses are not posted to unless the demonstration allows it', async () => {
  const caseId = await createCase();
  const { id: agencyId } = await createAgency();
  const strict = createEmergencyActivities({
    ...dependenciesOf(db, recordingSignals()),
    config: { ...config, allowPrivateWebhooks: false },
  });
  await expect(
    during(() => strict.postAlert({ caseId, forwardNumber: 1, agencyId, attempt: 0 })),
  ).rejects.toThrow('private-address');
  expect(receiver.received).toHaveLength(0);
});

test('an update and a cancel go to each alerted agency once, about what it was sent', async () => {
  const caseId = await createCase();
  const one = await createAgency({ email: 'so@agency.example' });
  const two = await createAgency();
  for (const [attempt, { id: agencyId }] of [one, two, one].entries())
    await during(() => ports.postAlert({ caseId, forwardNumber: 1, agencyId, attempt }));
  receiver.received.length = 0;
  await during(() => ports.postFollowUp({ caseId, forwardNumber: 1, msgType: 'Update', sequence: 1 }));
  expect(receiver.received).toHaveLength(2);
  receiver.received.length = 0;

  receiver.answer = 500;
  const cancel = () => ports.postFollowUp({ caseId, forwardNumber: 1, msgType: 'Cancel', sequence: 2 });
  await expect(during(cancel)).rejects.toThrow('http-500');
  receiver.answer = 200;
  await during(cancel, 2);
  await during(cancel, 3);
  expect(receiver.received).toHaveLength(4);
  const rows = await rowsOf(caseId);
  expect(rows.filter(({ msgType }) => msgType === 'Cancel')).toHaveLength(2);
  const ofOne = rows.filter(({ agencyId, msgType }) => agencyId === one.id && msgType !== 'Cancel');
  const cancelled = rows.find(({ agencyId, msgType }) => agencyId === one.id && msgType === 'Cancel');
  expect(ofOne).toHaveLength(3);
  for (const { identifier } of ofOne.slice(-2)) expect(cancelled!.cap).toContain(`,${identifier},`);
  // Where there is an address, a mail says it as well.
  const mails = await db.getRepository(Message).findBy({ caseId, recipientId: one.id });
  expect(mails.map(({ event }) => event).sort()).toEqual([
    ...['agency-alert', 'agency-alert', 'agency-cancel', 'agency-update'],
  ]);
  expect(await db.getRepository(Message).countBy({ caseId, recipientId: two.id })).toBe(0);
});

test('a forward after a recall is a new one: fresh alerts, and nothing more about the old ones', async () => {
  const caseId = await createCase();
  const { id: agencyId } = await createAgency();
  const alert = (forwardNumber: number) =>
    during(() => ports.postAlert({ caseId, forwardNumber, agencyId, attempt: 0 }));
  const followUp = (forwardNumber: number, msgType: 'Update' | 'Cancel') =>
    during(() => ports.postFollowUp({ caseId, forwardNumber, msgType, sequence: 1 }));
  await alert(1);
  await alert(2);
  await followUp(1, 'Cancel');
  await followUp(2, 'Update');
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(4);
  const rows = await rowsOf(caseId);
  expect(rows.map(({ msgType, forwardNumber }) => [msgType, forwardNumber])).toEqual([
    ['Alert', 1],
    ['Alert', 2],
    ['Cancel', 1],
    ['Update', 2],
  ]);
  const [first, second, cancel, update] = rows as [Forward, Forward, Forward, Forward];
  expect(cancel.cap).toContain(`,${first.identifier},`);
  expect(update.cap).toContain(`,${second.identifier},`);
  for (const { cap } of [cancel, update])
    expect(cap.split('<references>')[1]!.split('</')[0]).not.toContain(' ');
});

test('the person on call at this hour gets one mail for each call', async () => {
  const caseId = await createCase();
  const hour = 3_600_000;
  const shift = async (from: number, to: number) => {
    const userId = await createUser(db, 'coordinator');
    await db.getRepository(RosterShift).insert({
      ...{ id: randomUUID(), departmentId: town.departmentId, userId },
      ...{ startsAt: new Date(Date.now() + from * hour), endsAt: new Date(Date.now() + to * hour) },
    });
    return userId;
  };
  const call = (attempt: number) => during(() => ports.alertOnCall({ caseId, forwardNumber: 1, attempt }));
  await shift(-3, -1);
  await shift(1, 3);
  expect(await call(0)).toEqual({ alerted: false });
  const now = await shift(-1, 1);
  expect(await call(1)).toEqual({ alerted: true });
  expect(await call(1)).toEqual({ alerted: true });
  const mails = await db.getRepository(Message).findBy({ caseId, event: 'on-call' });
  expect(mails.map(({ recipientId }) => recipientId)).toEqual([now]);
  await call(2);
  expect(await db.getRepository(Message).countBy({ caseId, event: 'on-call' })).toBe(2);
});

test('whoever has answered by link is known to the forward, though its signal got lost', async () => {
  const caseId = await createCase();
  const { id: agencyId } = await createAgency();
  await during(() => ports.postAlert({ caseId, forwardNumber: 1, agencyId, attempt: 0 }));
  const answer = () => during(() => ports.answerOf({ caseId, forwardNumber: 1 }));
  expect(await answer()).toBeNull();
  await db.query('UPDATE forward SET acknowledged_at = now() WHERE case_id = $1', [caseId]);
  expect(await answer()).toBe(agencyId);
  expect(await during(() => ports.answerOf({ caseId, forwardNumber: 2 }))).toBeNull();
});

test('news goes to an open case, which gets back a workflow that it has lost; one that is over begins none', async () => {
  const signals = recordingSignals();
  const gone = () => Promise.reject(new WorkflowNotFoundError('gone', 'case', undefined));
  const temporal = { workflow: { getHandle: () => ({ signal: gone }) } } as unknown as Client;
  const telling = createEmergencyActivities({ ...dependenciesOf(db, signals), temporal, config });
  const [open, over] = [await createCase(), await createCase({ status: 'closed' })];
  const news = {
    newsId: 'n',
    forwardNumber: 1,
    news: 'forward-acknowledged',
    agencyId: 'a',
    attempt: 0,
  } as const;
  for (const caseId of [open, over]) await during(() => telling.tellCase({ caseId, news }));
  expect(signals.said).toEqual([{ to: `case-${open}`, signal: 'forward', args: [news] }]);
});
