import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { createMunicipality } from '../../activities/emergency/testing';
import { Category, LogEntry, Report } from '../../db/entities';
import { type Console, createCase, createTown, startConsole, type Town, type Visitor } from './testing';

let at: Console;
let [town, elsewhere] = [{} as Town, {} as Town];
let operator: Visitor;
let category: string;
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  [town, elsewhere] = [await createTown(at.db), await createTown(at.db)];
  category = (await at.db.getRepository(Category).findOneByOrFail({ id: town.categoryId })).code;
  operator = await at.person('operator');
});
afterAll(() => at.stop());

const told = (more: object = {}) => ({
  ...{ channel: 'phone', category, text: 'Una buca davanti al numero 12' },
  ...{ latitude: 44.9, longitude: 8.6, privacyRead: true, email: 'mario.rossi@cittadini.example' },
  ...more,
});

test.each(['phone', 'counter', 'letter'])('what comes by %s is entered for the citizen', async (channel) => {
  const { status, body } = await operator.post(
    '/reports',
    told({ channel, language: 'it', email: `${channel}@cittadini.example` }),
  );
  expect([status, body]).toMatchObject([
    201,
    { id: body.reportId, number: expect.stringMatching(/^.+-\d+$/) },
  ]);
  expect(body.url).toContain(body.trackingCode);
  const report = await at.db.getRepository(Report).findOneByOrFail({ id: body.id });
  expect(report).toMatchObject({
    channel,
    enteredBy: operator.id,
    locale: 'it',
    departmentId: town.departmentId,
  });
  const [received] = await at.db.getRepository(LogEntry).findBy({ chain: `report:${body.id}` });
  expect(received).toMatchObject({
    name: 'received',
    actorKind: 'user',
    actorId: operator.id,
    data: { channel },
  });
  const mails = await at.db.query(
    `SELECT locale FROM message WHERE report_id = $1 AND event = 'confirm-email' AND recipient_kind = 'person'`,
    [body.id],
  );
  expect(mails).toEqual([{ locale: 'it' }]);
});

test.each(['question', 'praise', 'proposal', 'problem'])(
  'a %s is entered and found by its kind',
  async (kind) => {
    const { body } = await operator.post('/reports', told({ kind, email: undefined }));
    const found = (await operator.get(`/reports?kind=${kind}&channel=phone&_sort=receivedAt`)).body;
    expect(found[0]).toMatchObject({ id: body.id, kind, caseId: null });
    expect(found.every((row: { kind: string }) => row.kind === kind)).toBe(true);
  },
);

test.each(['question', 'praise', 'proposal'])('a %s may be about no place, a problem never', async (kind) => {
  const nowhere = { latitude: undefined, longitude: undefined };
  const { status, body } = await operator.post('/reports', told({ kind, ...nowhere }));
  expect(status).toBe(201);
  const { body: seen } = await operator.get(`/reports/${body.id}`);
  expect(seen).toMatchObject({ kind, lat: null, lon: null, locationSource: null, danger: 1 });
  const refused = await operator.post('/reports', told({ text: '', ...nowhere }));
  expect([refused.status, Object.keys(refused.body.fields).sort()]).toEqual([422, ['place', 'text']]);
});

test('a letter comes with its picture, and sent twice it is one report', async () => {
  const image = { width: 800, height: 600, channels: 3, background: '#445566' } as const;
  const picture = await sharp({ create: image }).jpeg().toBuffer();
  const key = randomUUID();
  const send = () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(told({ channel: 'letter' }))) form.set(name, String(value));
    form.append('photos', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'a.jpg');
    return operator.send('POST', '/reports', form, { 'Idempotency-Key': key });
  };
  const [first, second] = [await send(), await send()];
  expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
  expect((await operator.get(`/reports/${first.body.id}`)).body.photos).toHaveLength(1);
});

test.each<[wrong: object, fields: string[]]>([
  [{ channel: 'web' }, ['channel']],
  [{ category: 'nothing', text: '' }, ['category', 'text']],
  [{ enteredBy: randomUUID() }, ['enteredBy']],
  [{ privacyRead: false }, ['privacyRead']],
  [{ latitude: 45.5 }, ['place']],
  [{ text: 'a\0b' }, ['text']],
])('%j is refused and writes nothing', async (wrong, fields) => {
  const before = await at.db.getRepository(Report).count();
  const { status, body } = await operator.post('/reports', told(wrong));
  expect([status, Object.keys(body.fields ?? {}).sort()]).toEqual([422, fields]);
  expect(await at.db.getRepository(Report).count()).toBe(before);
});

test('a department sees the reports of its cases and its own, and nobody else’s', async () => {
  const { body: own } = await operator.post('/reports', told());
  const moved = await createCase(at.db, elsewhere);
  const [{ report_id: movedReport }] = await at.db.query(
    'SELECT report_id FROM membership WHERE case_id = $1',
    [moved.id],
  );
  // The case was handed to the other department since.
  await at.db.getRepository(Report).update(movedReport, { departmentId: town.departmentId });
  const technician = await at.person('technician', town.departmentId);
  const other = await at.person('technician', elsewhere.departmentId);
  const idsOf = async (who: Visitor) =>
    (await who.get('/reports?_end=1000')).body.map(({ id }: { id: string }) => id);
  expect(await idsOf(technician)).toContain(own.id);
  expect(await idsOf(technician)).not.toContain(movedReport);
  expect(await idsOf(other)).toEqual([movedReport]);
  expect((await technician.get(`/reports/${movedReport}`)).status).toBe(404);
  expect((await other.get(`/reports/${own.id}`)).status).toBe(404);
  expect((await other.get(`/reports?q=${own.number}`)).body).toEqual([]);
  expect((await technician.get(`/reports?q=${own.number}`)).body).toMatchObject([{ id: own.id }]);
  expect((await other.get(`/reports?caseId=${moved.id}`)).headers.get('x-total-count')).toBe('1');
});

test('who reported is shown masked, and only to those who may know', async () => {
  const { body: made } = await operator.post('/reports', told());
  const { body: seen } = await operator.get(`/reports/${made.id}`);
  expect(seen).toMatchObject({ words: told().text, enteredBy: operator.id });
  expect(seen.reporter).toEqual({
    personId: expect.any(String),
    email: 'm•••@c•••.example',
    confirmed: false,
  });
  expect(seen.timeline).toMatchObject([{ name: 'received', actor: { name: 'operator' } }]);
  for (const role of ['technician', 'auditor', 'management', 'oversight'] as const) {
    const { status, body } = await (await at.person(role)).get(`/reports/${made.id}`);
    expect([status, body.words]).toEqual([200, told().text]);
    expect(body).not.toHaveProperty('reporter');
    expect(JSON.stringify(body)).not.toMatch(/cittadini|personId/);
  }
  expect(JSON.stringify((await operator.get('/reports')).body)).not.toContain('cittadini');
});
