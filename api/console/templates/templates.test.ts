import { createMunicipality } from '../../../activities/emergency/testing';
import { LogEntry, type User } from '../../../db/entities';
import { type Console, createCase, createTown, startConsole, type Town } from '../testing';

let at: Console;
let town: Town;
const people = new Map<string, Awaited<ReturnType<Console['person']>>>();
const as = (role: User['role']) => people.get(role)!;
beforeAll(async () => {
  at = await startConsole();
  await createMunicipality(at.db);
  town = await createTown(at.db);
  for (const role of ['admin', 'operator', 'auditor'] as const) people.set(role, await at.person(role));
});
afterAll(() => at.stop());

const words = (text: string) => `Fatto {{reportNumber}}\n\n${text}\n\n[Vedi]({{trackingUrl}})`;
const save = (id: string, body: object, role: User['role'] = 'admin') =>
  as(role).put(`/templates/${id}`, body);

test('every message is listed in both languages; who has none of its own has the product’s words', async () => {
  const { body, headers } = await as('operator').get('/templates?_end=200&locale=it');
  expect(Number(headers.get('X-Total-Count'))).toBe(body.length);
  expect(body.length).toBeGreaterThan(40);
  expect(body[0]).toEqual({
    ...{ id: 'confirm-email.it', event: 'confirm-email', locale: 'it', version: 0, own: false },
    ...{ changedAt: null, changedBy: null },
  });
  const { body: one } = await as('operator').get('/templates/closed.it');
  expect([one.source === one.builtIn, one.versions]).toEqual([true, []]);
  for (const id of ['closed.fr', 'nothing.it', 'closed', 'closed.it.x', '__proto__.it'])
    expect((await as('operator').get(`/templates/${id}`)).status).toBe(404);
});

test('a change makes a version, keeps the former ones, and can be taken back', async () => {
  const one = await save('closed.it', { source: words('Uno'), version: 0, why: 'Più semplice' });
  expect([one.status, one.body.version, one.body.own]).toEqual([200, 1, true]);
  const two = await save('closed.it', { source: words('Due'), version: 1 });
  expect(two.body.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  const back = await save('closed.it', { source: null, version: 2 });
  expect([back.body.version, back.body.own, back.body.source === back.body.builtIn]).toEqual([
    3,
    false,
    true,
  ]);
  expect(back.body.versions.at(-1)).toMatchObject({ source: words('Uno'), madeBy: 'admin' });
  const logged = await at.db.getRepository(LogEntry).findBy({ chain: 'settings' });
  expect(logged.map(({ data }) => data)).toEqual(
    Array(3).fill({ resource: 'templates', id: 'closed.it', changes: { 'closed.it': true } }),
  );
});

test('two who change the same words at once: one of them is told', async () => {
  const both = await Promise.all(
    ['A', 'B'].map((text) => save('closed.en', { source: words(text), version: 0 })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await save('closed.en', { source: words('C'), version: 5 })).status).toBe(409);
});

test.each([
  ['Ciao\n\n{{#each chains}}x{{/each}}', 'Line 3: only fields'],
  ['Ciao\n\n{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}', 'Line 3: only fields'],
  ['Ciao\n\n{{surname}}', 'Line 3: there is no field “surname”.'],
  ['Ciao\n\n{{#if place}}', 'Line 3: braces'],
  ['Ciao\n\n<b>x</b>', 'Text only'],
  ['Ciao', 'A subject'],
  ['x'.repeat(30_000), 'At most'],
])('%j is refused on save and in the preview, saying where and why', async (source, why) => {
  const english = { 'Accept-Language': 'en' };
  for (const [method, path, body] of [
    ['PUT', '/templates/repaired.it', { source, version: 0 }],
    ['POST', '/templates/repaired.it/preview', { source }],
  ] as const) {
    const { status, body: answer } = await as('admin').send(method, path, body, english);
    expect([status, answer.fields.source]).toEqual([422, expect.stringContaining(why)]);
  }
  expect((await as('admin').get('/templates/repaired.it')).body.version).toBe(0);
});

test('the preview shows a real case, escaped, with no link that opens anything', async () => {
  const { number } = await createCase(at.db, town, { address: 'Via <Roma> 1', outcome: 'repaired' });
  const { status, body } = await as('admin').post('/templates/closed.it/preview', {
    source: words('{{place}}: {{outcome}} {{#if note}}{{note}}{{/if}}'),
    number,
  });
  expect(status).toBe(200);
  expect(body.subject).toMatch(/^Fatto AL-/);
  expect(body.text).toContain('https://city.example/t/CODE');
  expect(body.html).not.toContain('<Roma>');
  expect(body.html).toContain('Il problema è stato risolto.');
  const sample = await as('admin').post('/templates/closed.it/preview', { source: words('{{place}}') });
  expect(sample.body.text).toContain('Via Roma 12');
  const none = await as('admin').post('/templates/closed.it/preview', { source: words('x'), number: 'AL-1' });
  expect([none.status, Object.keys(none.body.fields)]).toEqual([422, ['number']]);
});

test('only who sets the settings writes them', async () => {
  for (const role of ['operator', 'auditor'] as const) {
    expect((await save('closed.it', { source: words('x'), version: 3 }, role)).status).toBe(403);
    expect((await as(role).post('/templates/closed.it/preview', { source: 'x' })).status).toBe(403);
  }
  expect((await save('closed.it', { source: words('x'), version: 3, more: 1 })).status).toBe(422);
});

test('ready answers are for a category and for states; everybody reads them', async () => {
  const given = { title: 'Grazie', text: 'Grazie della segnalazione.', categoryId: town.categoryId };
  const made = await as('admin').post('/ready-answers', { ...given, statuses: ['verifying'] });
  expect(made.status).toBe(201);
  const { body } = await as('operator').get('/ready-answers?active=true');
  expect(body).toMatchObject([{ ...given, locale: 'it', statuses: ['verifying'] }]);
  for (const wrong of [{ categoryId: made.body.id }, { statuses: ['lost'] }, { text: ' ' }, { locale: 'fr' }])
    expect((await as('admin').post('/ready-answers', { ...given, ...wrong })).status).toBe(422);
  expect((await as('operator').post('/ready-answers', given)).status).toBe(403);
});
