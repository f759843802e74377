import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { createTown, factOf } from '../../activities/testing';
import { Case, Delivery, DeliveryTry, Subscriber } from '../../db/entities';
import { createTestDatabase, type TestDatabase } from '../../db/testing';
import { type Receiver, startReceiver } from '../testing-receiver';
import { dispatchLanes } from './dispatch';
import { drain } from './lane';
import { writeDeliveries } from './outbox';

const keyOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
let database: TestDatabase;
let receiver: Receiver;
let caseId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const db = database.dataSource;
  const town = await createTown(db);
  caseId = randomUUID();
  await db.getRepository(Case).insert({
    ...{ id: caseId, number: 'AL-C-1', kind: 'problem', status: 'working', danger: 2, emergency: 'none' },
    ...{ departmentId: town.departmentId, categoryId: town.categoryId, priority: 10 },
    location: { type: 'Point', coordinates: [8.6, 44.9] } as never,
  });
});
afterAll(() => database.drop());
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

async function subscriber(change: Partial<Subscriber> = {}): Promise<string> {
  const id = randomUUID();
  const row = { id, name: id, url: receiver.url, secret: keyOf(7), events: ['repaired'], ...change };
  await database.dataSource.getRepository(Subscriber).insert(row);
  return id;
}
const happen = (name: 'repaired' | 'started' = 'repaired', factId: string = randomUUID()) =>
  database.dataSource.transaction((tx) => writeDeliveries(tx, { caseId, fact: factOf(name), factId }));
const run = (id: string, allowPrivateWebhooks = true) => {
  const parts = { db: database.dataSource, config: { allowPrivateWebhooks }, log: { warn: () => {} } };
  return drain({ ...parts, timeoutMs: 300 }, id, () => true);
};
const of = (subscriberId: string) => database.dataSource.getRepository(Delivery).findBy({ subscriberId });
const again = (subscriberId: string) =>
  database.dataSource.getRepository(Delivery).update({ subscriberId }, { nextAt: new Date() });

test('who subscribed to a fact is told of it once, signed, without a word of anybody', async () => {
  const id = await subscriber();
  await happen('started');
  const factId = randomUUID();
  await happen('repaired', factId);
  await happen('repaired', factId);
  expect(await run(id)).toBe(1);
  const [{ headers, body }] = receiver.received as [(typeof receiver.received)[number]];
  new Webhook(keyOf(7)).verify(body, headers as Record<string, string>);
  const [row] = await of(id);
  expect(row).toMatchObject({ status: 'sent', tries: 1, lastStatus: 204 });
  expect(headers['webhook-id']).toBe(row!.id);
  expect(JSON.parse(body)).toMatchObject({
    type: 'case.repaired',
    data: { case: { number: 'AL-C-1', longitude: 8.6 } },
  });
  expect(await run(id)).toBe(0);
});

test('while a secret changes both sign', async () => {
  const id = await subscriber({
    secret: keyOf(8),
    oldSecret: keyOf(7),
    oldSecretUntil: new Date(Date.now() + 60_000),
  });
  await happen();
  await run(id);
  const [{ headers, body }] = receiver.received as [(typeof receiver.received)[number]];
  for (const byte of [7, 8]) new Webhook(keyOf(byte)).verify(body, headers as Record<string, string>);
  await database.dataSource.getRepository(Subscriber).update({ id }, { oldSecretUntil: new Date(0) });
  await happen();
  await run(id);
  const last = receiver.received.at(-1)!;
  expect(() => new Webhook(keyOf(7)).verify(last.body, last.headers as Record<string, string>)).toThrow();
});

const elsewhere: Receiver['answer'] = (response) =>
  response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
const silence: Receiver['answer'] = () => {};

test.each([
  ['a refusal', 500, 'http-500'],
  ['silence', silence, 'timeout'],
  ['a redirect to a private address', elsewhere, 'http-302'],
])('%s is tried again later, under the same id', async (_, answer, code) => {
  receiver.answer = answer;
  const id = await subscriber();
  await happen();
  await run(id);
  const [row] = await of(id);
  expect(row).toMatchObject({ status: 'waiting', tries: 1, lastError: code });
  expect(row!.nextAt.getTime()).toBeGreaterThan(Date.now() + 4000);
  expect(await run(id)).toBe(0);
  receiver.answer = 204;
  await again(id);
  expect(await run(id)).toBe(1);
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(1);
  expect(await database.dataSource.getRepository(DeliveryTry).countBy({ deliveryId: row!.id })).toBe(2);
});

test('a private address is not reached, unless it is allowed', async () => {
  const id = await subscriber();
  await happen();
  await run(id, false);
  expect((await of(id))[0]).toMatchObject({ status: 'waiting', lastError: 'private-address' });
  expect(receiver.received).toHaveLength(0);
});

test('a receiver that asks for patience gets it', async () => {
  receiver.answer = (response) => response.writeHead(429, { 'retry-after': '120' }).end();
  const id = await subscriber();
  await happen();
  await run(id);
  expect((await of(id))[0]!.nextAt.getTime()).toBeGreaterThan(Date.now() + 115_000);
});

test('who says that it is gone is told nothing more; who never answers is given up', async () => {
  receiver.answer = 410;
  const gone = await subscriber();
  await happen();
  await run(gone);
  const repository = database.dataSource.getRepository(Subscriber);
  expect(await repository.findOneByOrFail({ id: gone })).toMatchObject({ active: false, offReason: 'gone' });
  await happen();
  expect(await of(gone)).toMatchObject([{ status: 'failed' }]);

  receiver.answer = 500;
  const deaf = await subscriber();
  await happen();
  await database.dataSource.getRepository(Delivery).update({ subscriberId: deaf }, { tries: 9 });
  await run(deaf);
  expect((await of(deaf))[0]).toMatchObject({ status: 'failed', tries: 10 });
  expect(await repository.findOneByOrFail({ id: deaf })).toMatchObject({
    active: false,
    offReason: 'unreachable',
  });
});

test('lanes that run at once send everything once', async () => {
  const id = await subscriber();
  for (let turn = 0; turn < 20; turn++) await happen();
  const tried = await Promise.all([run(id), run(id), run(id), run(id)]);
  expect(tried.reduce((sum, one) => sum + one, 0)).toBe(20);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(20);
});

test('who does not take what is sent gets one lane, until it does', async () => {
  const id = await subscriber();
  const lanes = async () => {
    const opened: string[] = [];
    const queue = {
      addBulk: async (jobs: { data: { subscriberId: string } }[]) => {
        for (const { data } of jobs) if (data.subscriberId === id) opened.push(data.subscriberId);
      },
    };
    await dispatchLanes(database.dataSource, queue as never);
    return opened.length;
  };
  await happen();
  expect(await lanes()).toBe(4);
  receiver.answer = 500;
  await run(id);
  await again(id);
  expect(await lanes()).toBe(1);
  receiver.answer = 204;
  await run(id);
  await happen();
  expect(await lanes()).toBe(4);
});

test('a lane gives way once its turn is over', async () => {
  const id = await subscriber();
  for (const _ of [1, 2, 3]) await happen();
  const clock = jest.spyOn(performance, 'now');
  let now = 0;
  clock.mockImplementation(() => (now += 2_000));
  expect(await run(id)).toBeLessThan(3);
  clock.mockRestore();
  await run(id);
  expect((await of(id)).every(({ status }) => status === 'sent')).toBe(true);
});

test('the log keeps the very status of the answer', async () => {
  const id = await subscriber();
  receiver.answer = 202;
  await happen();
  await run(id);
  expect(await of(id)).toMatchObject([{ status: 'sent', lastStatus: 202 }]);
});
