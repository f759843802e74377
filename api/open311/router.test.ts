import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { createMunicipality } from '../../activities/emergency/testing';
import { matchOrOpen } from '../../activities/matching';
import { createReport, createTown, type Town } from '../../activities/testing';
import { ApiKey, Case, Category, HouseNumber, Photo, Report } from '../../db/entities';
import { appendLog } from '../../db/log';
import { hashToken } from '../../db/tokens';
import { type Site, startSite } from '../testing';

let site: Site;
let town: Town;
let plain: string;
const KEY = 'A-KEY-OF-AN-APPLICATION';
const choices = [
  { key: 'road', it: 'Strada', en: 'Road' },
  { key: 'house', it: 'Casa', en: 'House' },
];
const attribute = { it: 'Dove?', en: 'Where?', hintIt: '', hintEn: 'Look', stops: false, when: null };
beforeAll(async () => {
  site = await startSite({ env: { RATE_LIMIT_FACTOR: '100', ALLOW_PRIVATE_WEBHOOKS: 'true' } });
  await createMunicipality(site.db, { prefix: 'AL' });
  town = await createTown(site.db);
  plain = (await site.db.getRepository(Category).findOneByOrFail({ id: town.categoryId })).code;
  await site.db.getRepository(Category).insert({
    ...{
      id: randomUUID(),
      code: 'leak',
      groupCode: 'water',
      nameIt: 'Perdita <d’acqua>',
      nameEn: 'Leak & more',
    },
    departmentId: town.departmentId,
    attributes: [
      { ...attribute, code: 'where', kind: 'single', required: true, choices },
      { ...attribute, code: 'which', kind: 'multiple', required: false, choices },
      { ...attribute, code: 'since', kind: 'date', required: false, choices: [] },
      { ...attribute, code: 'note', kind: 'notice', required: false, choices: [] },
    ],
  });
  const location = { type: 'Point' as const, coordinates: [8.61, 44.93] as [number, number] };
  const via = { street: 'Via Roma', postcode: '15121', quarter: 'Centro', location };
  await site.db.getRepository(HouseNumber).insert({ id: 7, number: '1', ...via });
  const application = { name: 'App', contactEmail: 'app@example.org', keyHash: hashToken(KEY) };
  await site.db.getRepository(ApiKey).insert({ id: randomUUID(), ...application });
});
afterAll(() => site.stop());

async function call(path: string, body?: Record<string, string> | string, headers = {}) {
  const answer = await fetch(`${site.origin}/open311/${path}`, {
    headers: { 'accept-language': 'en', ...headers },
    ...(body && { method: 'POST', body: new URLSearchParams(body) }),
  });
  const text = await answer.text();
  const type = answer.headers.get('content-type');
  return {
    status: answer.status,
    type,
    text,
    // biome-ignore lint/suspicious/noExplicitAny: an answer is what a test says it is.
    json: (type?.includes('json') ? JSON.parse(text) : null) as any,
  };
}
const given = (change: Record<string, string> = {}) => ({
  ...{ api_key: KEY, service_code: plain, lat: '44.9125', long: '8.615', description: 'Una buca' },
  ...change,
});
const post = (change: Record<string, string> = {}, path = 'v2/requests.json') => call(path, given(change));
const rowOf = (number: string) => site.db.getRepository(Report).findOneByOrFail({ number });

test('discovery names the endpoint in both formats', async () => {
  const { json, type } = await call('discovery.json');
  expect(type).toBe('application/json; charset=utf-8');
  expect(json).toEqual({
    changeset: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    contact: expect.any(String),
    key_service: expect.any(String),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: 'https://city.example/open311/v2/',
        changeset: expect.any(String),
        type: expect.stringMatching(/^(production|test)$/),
        formats: ['text/xml', 'application/json'],
      },
    ],
  });
  const xml = await call('discovery.xml');
  expect(xml.type).toBe('text/xml; charset=utf-8');
  expect(xml.text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<discovery>/);
  expect(xml.text).toContain('<format>text/xml</format>');
});

test('services and a definition have every field of the specification’s tables', async () => {
  const { json } = await call('v2/services.json');
  const leak = json.find(({ service_code }: { service_code: string }) => service_code === 'leak');
  const fields = ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group'];
  for (const service of json) expect(Object.keys(service)).toEqual(fields);
  expect(leak).toMatchObject({ service_name: 'Leak & more', metadata: true, type: 'realtime' });
  expect((await call('v2/services.xml', undefined, { 'accept-language': 'it' })).text).toContain(
    '<service_name>Perdita &lt;d’acqua&gt;</service_name>',
  );
  const definition = await call('v2/services/leak.json');
  expect(definition.json.service_code).toBe('leak');
  const [where, which, since, note] = definition.json.attributes;
  expect(where).toEqual({
    ...{ variable: true, code: 'where', datatype: 'singlevaluelist', required: true },
    ...{ datatype_description: 'Look', order: 1, description: 'Where?' },
    values: [
      { key: 'road', name: 'Road' },
      { key: 'house', name: 'House' },
    ],
  });
  expect([which.datatype, since.datatype, note.variable, note.order]).toEqual([
    ...['multivaluelist', 'datetime', false, 4],
  ]);
  const xml = (await call('v2/services/leak.xml')).text.replace(/>\s+</g, '><');
  expect(xml).toContain('<attributes><attribute><variable>true</variable><code>where</code>');
  expect(xml).toContain('<values><value><key>road</key><name>Road</name></value>');
});

test('a report is accepted with its answers and found again by its id, without its words', async () => {
  const answers = {
    'attribute[where]': 'road',
    'attribute[which][]': 'house',
    'attribute[since]': '2026-11-03T10:00:00+01:00',
  };
  const made = await post({ service_code: 'leak', email: 'Eva@example.org', first_name: 'Eva', ...answers });
  expect([made.status, made.json.length]).toEqual([201, 1]);
  const { service_request_id: number } = made.json[0];
  expect(number).toMatch(/^AL-\d{4}-\d{6}$/);
  const report = await rowOf(number);
  expect([report.channel, report.apiKeyId === null, report.personId === null]).toEqual(['api', false, false]);
  const [{ body }] = await site.db.query('SELECT body FROM note WHERE id = $1', [report.answersNoteId]);
  expect(JSON.parse(body).map(({ value }: { value: unknown }) => value)).toEqual([
    'road',
    ['house'],
    '2026-11-03',
  ]);
  const found = await call(`v2/requests/${number}.json`);
  expect(found.json).toHaveLength(1);
  const [request] = found.json;
  expect(Object.keys(request)).toEqual([
    ...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description'],
    ...[
      'agency_responsible',
      'service_notice',
      'requested_datetime',
      'updated_datetime',
      'expected_datetime',
    ],
    ...['address', 'address_id', 'zipcode', 'lat', 'long', 'media_url'],
  ]);
  expect(request).toMatchObject({
    service_request_id: number,
    status: 'open',
    service_code: 'leak',
    lat: null,
  });
  expect(request.requested_datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(found.text).not.toMatch(/Una buca|eva@/i);
  const xml = await call(`v2/requests/${number}.xml`);
  expect(xml.text.replace(/>\s+</g, '><')).toContain(
    `<service_requests><request><service_request_id>${number}</service_request_id><status>open</status>`,
  );
  expect(xml.text).toContain('<address></address>');
});

test('a place may be a known address, by id or in words; without a description the category speaks', async () => {
  for (const where of [{ address_id: '7' }, { address_string: 'via Roma 1' }] as Record<string, string>[]) {
    const { json, status } = await post({ lat: '', long: '', description: '', ...where });
    expect(status).toBe(201);
    expect((await rowOf(json[0].service_request_id)).address).toBe('Via Roma 1');
  }
});

test.each<[number, string, Record<string, string>]>([
  [403, 'api_key', { api_key: '' }],
  [403, 'api_key', { api_key: 'forged' }],
  [403, 'api_key', { api_key: '', description: 'x'.repeat(5000) }],
  [404, 'jurisdiction_id', { jurisdiction_id: 'elsewhere.example' }],
  [404, 'service_code', { service_code: 'nothing' }],
  [400, 'service_code', { service_code: '' }],
  [400, 'location', { lat: '', long: '' }],
  [400, 'lat and long', { long: '' }],
  [400, 'lat', { lat: 'north' }],
  [400, 'lat, long', { lat: '48.85', long: '2.35' }],
  [400, 'address_string', { lat: '', long: '', address_string: 'Nowhere at all' }],
  [400, 'address_id', { lat: '', long: '', address_id: '99' }],
  [400, 'description', { description: 'x'.repeat(4001) }],
  [400, 'attribute[where]', { service_code: 'leak' }],
  [400, 'attribute[where]', { service_code: 'leak', 'attribute[where]': 'moon' }],
  [400, 'attribute[other]', { 'attribute[other]': 'x' }],
  [400, 'email', { email: 'nobody' }],
  [400, 'media_url', { media_url: 'file:///etc/passwd' }],
])('%i names %s', async (status, name, change) => {
  const before = await site.db.getRepository(Report).count();
  const json = await post(change);
  expect([json.status, json.json[0].code]).toEqual([status, String(status)]);
  expect(json.json[0].description).toContain(name);
  const xml = await post(change, 'v2/requests.xml');
  expect([xml.status, xml.type]).toEqual([status, 'text/xml; charset=utf-8']);
  expect(xml.text).toMatch(/<errors>\s*<error>\s*<code>/);
  expect(await site.db.getRepository(Report).count()).toBe(before);
});

test('a description of a million characters is refused unread; an unknown format or path is not there', async () => {
  const long = await post({ description: 'x'.repeat(1_000_000) });
  expect([long.status, long.json[0].code]).toEqual([400, '400']);
  for (const path of [
    'v2/services.html',
    'v2/nothing.json',
    'v2/services/none.json',
    'v2/requests/AL-1.json',
    'v2/tokens/1.xml',
  ])
    expect((await call(path)).status).toBe(404);
});

test('the same Idempotency-Key makes one report', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const [one, other] = [
    await call('v2/requests.json', given(), headers),
    await call('v2/requests.json', given(), headers),
  ];
  expect(one.json).toEqual(other.json);
});

test('a picture is fetched from where it is, and what is none is refused', async () => {
  const picture = await sharp({ create: { width: 9, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const server = http.createServer((req, res) => {
    if (req.url === '/away') res.writeHead(302, { location: '/photo' }).end();
    else if (req.url === '/words') res.end('no picture');
    else res.end(picture);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { json } = await post({ media_url: `${url}/photo` });
  const reportId = (await rowOf(json[0].service_request_id)).id;
  expect(await site.db.getRepository(Photo).findOneByOrFail({ reportId })).toMatchObject({ width: 9 });
  for (const path of ['away', 'words'])
    expect((await post({ media_url: `${url}/${path}` })).status).toBe(400);
  const { config } = site.deps;
  config.allowPrivateWebhooks = false;
  expect((await post({ media_url: `${url}/photo` })).status).toBe(400);
  config.allowPrivateWebhooks = true;
  await new Promise((resolve) => server.close(resolve));
});

describe('requests and updates', () => {
  const at = (day: string) => `${day}T12:00:00Z`;
  async function known(receivedAt: string, change: object = {}): Promise<{ number: string; caseId: string }> {
    const report = await createReport(site.db, town, {
      receivedAt: new Date(receivedAt),
      text: 'Parole private',
    });
    const caseId = await site.db.transaction((tx) => matchOrOpen(tx, report.id));
    await site.db.getRepository(Case).update(caseId, { status: 'accepting', ...change });
    return { number: report.number, caseId };
  }
  const list = async (query: string) => {
    const { status, json } = await call(`v2/requests.json?${query}`);
    return status === 200
      ? json.map((one: { service_request_id: string }) => one.service_request_id)
      : status;
  };
  let one: Awaited<ReturnType<typeof known>>;
  let closed: typeof one;
  let unread: typeof one;
  beforeAll(async () => {
    one = await known(at('2020-01-10'));
    closed = await known(at('2020-02-10'), {
      status: 'closed',
      outcome: 'repaired',
      closedAt: new Date(at('2020-02-20')),
    });
    unread = await known(at('2020-01-11'), { status: 'verifying' });
  });
  const span = 'start_date=2020-01-01T00:00:00Z&end_date=2020-03-01T00:00:00Z';

  test('what is public is listed by span, code and status, the newest first', async () => {
    expect(await list(span)).toEqual([closed.number, one.number]);
    expect(await list(`${span}&status=open`)).toEqual([one.number]);
    expect(await list(`${span}&status=closed,open&service_code=${plain},x`)).toEqual([
      closed.number,
      one.number,
    ]);
    expect(await list(`${span}&service_code=leak`)).toEqual([]);
    expect(await list('start_date=2020-02-01T00:00:00%2B01:00')).toEqual([closed.number]);
    expect(await list('end_date=2020-02-01T00:00:00Z')).toEqual([one.number]);
    expect(await list(`${span}&page=2&page_size=1`)).toEqual([one.number]);
    expect(await list(`${span}&status=&service_code=`)).toEqual([closed.number, one.number]);
  });

  test('ids are instead of everything else; one that waits to be read shows no place', async () => {
    const { json } = await call(
      `v2/requests.json?service_request_id=${closed.number},${unread.number}&status=open&start_date=2019-01-01T00:00:00Z&end_date=2021-01-01T00:00:00Z`,
    );
    expect(json.map(({ service_request_id }: { service_request_id: string }) => service_request_id)).toEqual([
      ...[closed.number, unread.number],
    ]);
    expect(json[0]).toMatchObject({ status: 'closed', updated_datetime: at('2020-02-20') });
    expect([json[0].lat === null, json[1].lat, json[1].long]).toEqual([false, null, null]);
    expect(JSON.stringify(json)).not.toContain('private');
  });

  test.each([
    'start_date=2020-01-01T00:00:00Z&end_date=2020-04-01T00:00:00Z',
    'start_date=2020-02-01T00:00:00Z&end_date=2020-01-01T00:00:00Z',
    'start_date=yesterday',
    'start_date=2020-01-01T00:00:00',
    'status=half',
    'page_size=1001',
  ])('400 for %s', async (query) => {
    expect(await list(query)).toBe(400);
  });

  test('updates tell every public step of a report in the states that clients know', async () => {
    const tell = (name: string, seconds: number, data = {}, isPublic = true) =>
      site.db.transaction((tx) =>
        appendLog(tx, {
          ...{ chain: `case:${one.caseId}`, factId: randomUUID(), name, public: isPublic, data },
          ...{
            at: new Date(Date.parse(at('2020-01-12')) + seconds * 1000),
            actor: { kind: 'user', id: randomUUID() },
          },
        }),
      );
    await tell('verified', 1);
    await tell('said', 2, {}, false);
    await tell('started', 3);
    await tell('closed', 4, { outcome: 'not-real' });
    const path = 'v2/servicerequestupdates';
    const days = 'start_date=2020-01-12T00:00:00Z&end_date=2020-01-13T00:00:00Z';
    const { json } = await call(`${path}.json?${days}`);
    expect(json.map(({ status }: { status: string }) => status)).toEqual([
      ...['INVESTIGATING', 'IN_PROGRESS', 'NO_FURTHER_ACTION'],
    ]);
    expect(Object.keys(json[0])).toEqual([
      ...['update_id', 'service_request_id', 'status', 'updated_datetime', 'description', 'media_url'],
    ]);
    expect(json[2]).toMatchObject({
      service_request_id: one.number,
      updated_datetime: '2020-01-12T12:00:04Z',
    });
    expect(json[0].description).toBe('The report has been verified.');
    expect(new Set(json.map(({ update_id }: { update_id: string }) => update_id)).size).toBe(3);
    expect((await call(`${path}.json?${days}&page=2&page_size=2`)).json).toEqual([json[2]]);
    expect(
      (await call(`${path}.json`)).json.every((one: object) => !JSON.stringify(one).includes('2020')),
    ).toBe(true);
    expect((await call(`${path}.xml?${days}`)).text).toContain('<request_update>');
  });
});
