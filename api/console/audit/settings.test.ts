import { randomUUID } from 'node:crypto';
import { createPerson } from '../../../activities/testing';
import { signDay } from '../../../db/audit/daily-heads';
import { loadAuditKey } from '../../../db/audit/key';
import { type Console, createCase, createTown, startConsole, type Visitor } from '../testing';

let at: Console;
let [admin, auditor] = [{} as Visitor, {} as Visitor];
beforeAll(async () => {
  at = await startConsole();
  [admin, auditor] = [await at.person('admin'), await at.person('auditor')];
});
afterAll(() => at.stop());

const supplier = () => ({ name: `Ditta ${randomUUID()}`, email: 'ditta@example.org' });
const today = new Date().toISOString().slice(0, 10);

test('who changed which setting, when, how and why, the newest first', async () => {
  const create = supplier();
  const { id } = (await admin.post('/suppliers', { ...create, why: 'Nuovo contratto' })).body;
  await admin.put(`/suppliers/${id}`, { ...create, active: false });
  await admin.delete(`/suppliers/${id}`);
  const { body, headers } = await auditor.get('/setting-changes?_start=0&_end=3');
  const common = { actorId: admin.id, actorName: 'admin', resource: 'suppliers', settingId: id };
  expect(body).toMatchObject([
    // Gone, but known by the name that it was made with.
    { ...common, seq: 3, name: 'setting-removed', changes: {}, settingName: create.name, words: null },
    { ...common, seq: 2, name: 'setting-changed', changes: { active: [true, false] } },
    { ...common, seq: 1, name: 'setting-created', words: 'Nuovo contratto', erased: false },
  ]);
  expect(headers.get('x-total-count')).toBe('3');
  expect((await auditor.get(`/setting-changes?actorId=${auditor.id}`)).body).toEqual([]);
  expect((await auditor.get(`/setting-changes?_ids=${body[1].id}&resource=suppliers`)).body).toEqual([
    body[1],
  ]);
});

test('requests about people’s data stand there too, with their reason', async () => {
  const { id } = await createPerson(at.db);
  await admin.post(`/people/${id}/erase`, { note: 'Richiesta del 24 novembre' });
  const [newest] = (await auditor.get('/setting-changes')).body;
  expect(newest).toMatchObject({ name: 'person-erased', words: 'Richiesta del 24 novembre', resource: null });
});

test('the signed days are listed, and everything is verified on demand', async () => {
  const key = loadAuditKey(at.deps.config.auditKeyFile);
  await at.db.transaction((tx) => signDay(tx, key, today));
  const [day] = (await auditor.get('/signed-days')).body;
  expect(day).toMatchObject({ id: today, day: today, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(day.chains).toBeGreaterThan(0);
  const found = (await auditor.get('/verification')).body;
  expect(found).toMatchObject({ sound: true, days: 1, lastDay: { day: today, digest: day.digest } });

  const row = await createCase(at.db, await createTown(at.db));
  await admin.post(`/cases/${row.id}/comments`, { words: 'Un commento' });
  await at.db.transaction(async (tx) => {
    await tx.query("SET LOCAL session_replication_role = 'replica'");
    await tx.query("UPDATE log_entry SET data = '{}' WHERE chain = 'settings' AND seq = 2");
    await tx.query(`DELETE FROM log_entry WHERE chain = 'case:${row.id}'`);
  });
  const { sound, faults, numbers } = (await auditor.get('/verification')).body;
  expect(sound).toBe(false);
  expect(faults.chains).toMatchObject([
    { chain: 'settings', brokenAt: 2, breach: 'changed' },
    { chain: `case:${row.id}`, brokenAt: 1, breach: 'removed' },
  ]);
  expect(numbers).toEqual({ [row.id]: row.number });
});
