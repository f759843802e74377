import { randomUUID } from 'node:crypto';
import { Delivery, LogEntry, Subscriber } from '../../db/entities';
import { type Console, createCase, createTown, startConsole, type Visitor } from './testing';

let at: Console;
let admin: Visitor;
beforeAll(async () => {
  at = await startConsole();
  admin = await at.person('admin');
});
afterAll(() => at.stop());

const made = async () =>
  (
    await admin.post('/subscribers', {
      name: randomUUID(),
      url: 'https://b.example/hook',
      events: ['repaired'],
    })
  ).body;

test('a secret is shown once, and once more when it is changed; the old one holds for a day', async () => {
  const { id, secret } = await made();
  expect(secret).toMatch(/^whsec_/);
  expect((await admin.get(`/subscribers/${id}`)).body).not.toHaveProperty('secret');
  const rotated = await admin.post(`/subscribers/${id}/rotate`, {});
  expect(rotated.body.secret).toMatch(/^whsec_/);
  const row = await at.db.getRepository(Subscriber).findOneByOrFail({ id });
  expect(row).toMatchObject({ secret: rotated.body.secret, oldSecret: secret });
  expect(row.oldSecretUntil!.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  const logged = await at.db.getRepository(LogEntry).findBy({ chain: 'settings' });
  expect(JSON.stringify(logged)).not.toContain(secret);
  expect((await (await at.person('operator')).post(`/subscribers/${id}/rotate`, {})).status).toBe(403);
});

test.each([
  ['a file', { url: 'file:///etc/passwd' }, 'url'],
  ['no event', { events: [] }, 'events'],
  ['an unknown event', { events: ['everything'] }, 'events.0'],
])('%s is refused', async (_, wrong, field) => {
  const body = { name: randomUUID(), url: 'https://b.example', events: ['repaired'], ...wrong };
  const answer = await admin.post('/subscribers', body);
  expect([answer.status, Object.keys(answer.body.fields)]).toEqual([422, [field]]);
});

test('what was told is listed with its tries, and told again by hand under the same id', async () => {
  const { id: subscriberId } = await made();
  const row = await createCase(at.db, await createTown(at.db));
  const id = randomUUID();
  await at.db.getRepository(Delivery).insert({
    ...{ id, subscriberId, event: 'repaired', caseId: row.id, factId: '1.0', happenedAt: new Date() },
    ...{ status: 'failed', tries: 10, lastError: 'timeout' },
  });
  const auditor = await at.person('auditor');
  const { body } = await auditor.get(`/deliveries?subscriberId=${subscriberId}`);
  expect(body).toMatchObject([{ id, event: 'repaired', caseNumber: row.number, status: 'failed' }]);
  expect((await auditor.post(`/deliveries/${id}/replay`, {})).status).toBe(403);
  expect((await admin.post(`/deliveries/${id}/replay`, {})).body).toMatchObject({
    status: 'waiting',
    tries: 0,
    log: [],
  });
  await at.db.getRepository(Delivery).update({ id }, { status: 'sending' });
  expect((await admin.post(`/deliveries/${id}/replay`, {})).status).toBe(409);
  expect((await admin.post(`/deliveries/${randomUUID()}/replay`, {})).status).toBe(404);
});
