import { parse as parseCsv } from 'csv-parse/sync';
import { Case } from '../../db/entities';
import { type Console, createCase, createTown, startConsole, type Town } from '../console/testing';
import { openCaseSchema } from './schema';

let at: Console;
let town: Town;
beforeAll(async () => {
  at = await startConsole();
  town = await createTown(at.db);
});
afterAll(() => at.stop());
beforeEach(() => at.db.query('UPDATE cases SET status = $1', ['verifying']));

/** As a browser asks; this client by itself would want everything anew. */
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${at.origin}/open-data/${path}`, {
    headers: { 'cache-control': 'max-age=0', ...headers },
  });
const numbers = async (path = 'cases.geojson') => {
  const { features } = (await (await get(path)).json()) as { features: { id: string }[] };
  return features.map(({ id }) => id);
};

test.each<[string, Partial<Case>, boolean]>([
  ['a verified problem', { status: 'working' }, true],
  ['one that nobody has read', { status: 'verifying' }, false],
  ['one that was rejected', { status: 'rejected', outcome: 'rejected' }, false],
  ['one that was not there', { status: 'closed', outcome: 'not-real' }, false],
  ['one that was merged', { status: 'closed', outcome: 'merged' }, false],
  ['a question', { status: 'answered', outcome: 'answered', kind: 'question' }, false],
  ['an emergency under way', { status: 'working', emergency: 'injured' }, false],
  ['an emergency that is over', { status: 'closed', outcome: 'repaired', emergency: 'injured' }, true],
])('%s', async (_, fields, open) => {
  const row = await createCase(at.db, town, fields);
  expect((await numbers()).includes(row.number)).toBe(open);
});

test('map and table say the same, as the schema says, and no more', async () => {
  const row = await createCase(at.db, town, { status: 'working', address: 'Da Mario Rossi, via Roma 1' });
  // biome-ignore lint/suspicious/noExplicitAny: a foreign program's view of it
  const collection: any = await (await get('cases.geojson')).json();
  const map = collection.features.find(({ id }: { id: string }) => id === row.number);
  const [longitude, latitude] = map.geometry.coordinates;
  const whole = { ...map.properties, longitude, latitude };
  expect(openCaseSchema.safeParse(whole).error?.issues).toBeUndefined();
  const answer = await get('cases.csv');
  expect(answer.headers.get('content-type')).toContain('text/csv');
  const text = await answer.text();
  const line = parseCsv(text, { columns: true }).find(
    (one) => (one as { number: string }).number === row.number,
  );
  expect(Object.keys(line as object)).toEqual(Object.keys(openCaseSchema.shape));
  expect(line).toMatchObject({ number: row.number, status: 'working', openedAt: whole.openedAt });
  expect(text).not.toContain('Mario Rossi');
  const schema = (await (await get('schema.json')).json()) as { properties: object };
  expect(Object.keys(schema.properties)).toEqual(Object.keys(openCaseSchema.shape));
});

test('a copy that is still right is not sent again; one that is not, is', async () => {
  const row = await createCase(at.db, town, { status: 'working' });
  const first = await get('cases.csv');
  const etag = first.headers.get('etag')!;
  expect(first.headers.get('last-modified')).not.toBeNull();
  expect((await get('cases.csv', { 'if-none-match': etag })).status).toBe(304);
  expect((await get('cases.geojson', { 'if-none-match': etag })).status).toBe(200);
  await at.db.getRepository(Case).update({ id: row.id }, { updatedAt: new Date(Date.now() + 5000) });
  expect((await get('cases.csv', { 'if-none-match': etag })).status).toBe(200);
});

test('a period and a category are asked for, and nothing else', async () => {
  const row = await createCase(at.db, town, {
    status: 'working',
    openedAt: new Date('2020-05-01T10:00:00Z'),
  });
  expect(await numbers()).not.toContain(row.number);
  expect(await numbers('cases.geojson?from=2020-05-01&to=2020-05-02')).toEqual([row.number]);
  expect(await numbers('cases.geojson?from=2020-05-01&to=2020-05-02&category=none')).toEqual([]);
  for (const wrong of ['from=yesterday', 'limit=1', 'category='])
    expect((await get(`cases.csv?${wrong}`)).status).toBe(422);
});

test('a copy that holds what is withdrawn since is not right any more', async () => {
  await createCase(at.db, town, { status: 'working' });
  const row = await createCase(at.db, town, { status: 'working' });
  const first = await get('cases.csv');
  expect(await first.text()).toContain(row.number);
  await at.db.query(
    `UPDATE cases SET status = 'closed', outcome = 'not-real', updated_at = now() + interval '1 hour'
    WHERE id = $1`,
    [row.id],
  );
  const again = await get('cases.csv', { 'if-modified-since': first.headers.get('last-modified')! });
  expect(again.status).toBe(200);
  expect(await again.text()).not.toContain(row.number);
});
