import { randomUUID } from 'node:crypto';
import { Message } from '../../db/entities';
import { citizenToken, trackingCode } from '../../db/tokens';
import type { Role } from '../../domain/vocabulary';
import { type Console, createCase, createReport, createTown, startConsole, type Town } from './testing';

let at: Console;
let [town, elsewhere] = [{} as Town, {} as Town];
beforeAll(async () => {
  at = await startConsole();
  [town, elsewhere] = [await createTown(at.db), await createTown(at.db)];
});
afterAll(() => at.stop());

async function createMessage(fields: Partial<Message>): Promise<string> {
  const id = randomUUID();
  await at.db.getRepository(Message).insert({
    ...{ id, dedupeKey: id, event: 'received', recipientKind: 'person', recipientId: randomUUID() },
    ...{ locale: 'it', subject: 'Oggetto' },
    ...(fields as object),
  });
  return id;
}

test('the list is filtered, and a department reads what is about its cases and reports alone', async () => {
  const [own, foreign] = [await createCase(at.db, town), await createCase(at.db, elsewhere)];
  const [{ report_id: reportId }] = await at.db.query('SELECT report_id FROM membership WHERE case_id = $1', [
    own.id,
  ]);
  const failed = await createMessage({ caseId: own.id, status: 'failed', lastError: '550' });
  const received = await createMessage({ reportId, status: 'sent', html: '<p>Grazie</p>' });
  const other = await createMessage({ caseId: foreign.id, status: 'failed' });
  const nobodys = await createMessage({ event: 'password-reset', recipientKind: 'user' });
  const idsFor = async (who: { get(at: string): Promise<{ body: { id: string }[] }> }, query = '') =>
    (await who.get(`/messages?${query}`)).body.map(({ id }) => id).sort();

  const bound = await at.person('operator', town.departmentId);
  expect(await idsFor(bound)).toEqual([failed, received].sort());
  for (const id of [other, nobodys]) {
    expect((await bound.get(`/messages/${id}`)).status).toBe(404);
    expect((await bound.post(`/messages/${id}/retry`)).status).toBe(404);
  }
  expect((await bound.get(`/messages/${received}`)).body).toMatchObject({
    ...{ caseNumber: own.number, status: 'sent', html: '<p>Grazie</p>' },
  });
  const free = await at.person('operator');
  expect(await idsFor(free, 'status=failed')).toEqual([failed, other].sort());
  expect(await idsFor(free, `caseId=${own.id}`)).toEqual([failed]);
  expect(await idsFor(free, 'recipientKind=user&event=password-reset')).toEqual([nobodys]);
  expect(await idsFor(free, `q=${own.number.toLowerCase()}`)).toEqual([failed, received].sort());
  expect((await free.get('/messages?status=lost')).status).toBe(422);
});

test('whom a message is for is said by name, or by the report where it is a citizen', async () => {
  const operator = await at.person('operator');
  const report = await createReport(at.db, town, { text: 'Buca' });
  await createMessage({ reportId: report.id, event: 'verified' });
  await createMessage({ event: 'password-reset', recipientKind: 'user', recipientId: operator.id });
  const one = async (query: string) => (await operator.get(`/messages?${query}`)).body[0];
  expect(await one(`q=${report.number}`)).toMatchObject({ reportNumber: report.number, recipientName: null });
  expect(await one('recipientKind=user')).toMatchObject({ reportNumber: null, recipientName: 'operator' });
});

test('what a link opens is for its recipient; who manages accounts hands on what no mail server took', async () => {
  const { appSecret, publicUrl } = at.deps.config;
  const [personId, reportId] = [randomUUID(), (await createReport(at.db, town)).id];
  const tracking = `${publicUrl}/t/${trackingCode(appSecret, reportId)}`;
  const unsubscribe = `${publicUrl}/u/${citizenToken(appSecret, { purpose: 'unsubscribe', personId, about: reportId })}`;
  const kept = 'Apri ⟦trackingUrl⟧/photos/x. Basta: ⟦unsubscribeUrl⟧ ⟦nothing⟧';
  const written = { reportId, recipientId: personId, html: `<p>${kept}</p>`, text: kept };
  const id = await createMessage({ ...written, status: 'kept' });
  const textFor = async (role: Role, of = id) =>
    (await (await at.person(role)).get(`/messages/${of}`)).body.text;
  const hidden = 'Apri …/photos/x. Basta: … …';
  for (const role of ['operator', 'auditor'] as const) expect(await textFor(role)).toBe(hidden);
  expect(await textFor('admin')).toBe(`Apri ${tracking}/photos/x. Basta: ${unsubscribe} …`);
  expect(await textFor('admin', await createMessage({ ...written, status: 'sent' }))).toBe(hidden);
});

test.each(['failed', 'kept'] as const)('a %s message is sent again when asked, once', async (status) => {
  const operator = await at.person('operator');
  const id = await createMessage({ status, lastError: '421', queuedAt: new Date() });
  const answer = await operator.post(`/messages/${id}/retry`);
  expect([answer.status, answer.body.status]).toEqual([200, 'waiting']);
  const again = { status: 'waiting', lastError: null, queuedAt: null };
  expect(await at.db.getRepository(Message).findOneBy({ id })).toMatchObject(again);
  expect((await operator.post(`/messages/${id}/retry`)).status).toBe(409);
});

test.each(['waiting', 'queued', 'sent', 'suppressed'] as const)('a %s one is not', async (status) => {
  const id = await createMessage({ status });
  const { status: answered, body } = await (await at.person('operator')).post(`/messages/${id}/retry`);
  expect([answered, body.code]).toEqual([409, 'conflict']);
  expect(await at.db.getRepository(Message).findOneBy({ id })).toMatchObject({ status });
});
