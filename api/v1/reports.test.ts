import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import { createMunicipality } from '../../activities/emergency/testing';
import { createTown, type Town } from '../../activities/testing';
import { HouseNumber, LogEntry, Message, Note, Person, Photo, Report, RoadOwner } from '../../db/entities';
import { hashToken } from '../../db/tokens';
import { type Site, serve, startSite } from '../testing';
import {
  acceptedSchema,
  addressSchema,
  categorySchema,
  departmentSchema,
  errorSchema,
  trackedSchema,
} from './schemas';

let site: Site;
let town: Town;
beforeAll(async () => {
  site = await startSite({ env: { RATE_LIMIT_FACTOR: '100' } });
  await createMunicipality(site.db, { prefix: 'AL' });
  town = await createTown(site.db);
  const location = { type: 'Point' as const, coordinates: [8.61, 44.93] as [number, number] };
  const via = { street: 'Via Roma', postcode: '15121', quarter: 'Centro', location };
  await site.db.getRepository(HouseNumber).insert([
    { id: 1, number: '1', ...via },
    { id: 2, number: '2', ...via },
  ]);
});
afterAll(() => site.stop());

const report = (change: object = {}) => ({
  ...{ category: town.categoryId, text: 'Una buca', latitude: 44.9125, longitude: 8.615 },
  ...{ danger: 3, privacyRead: true },
  ...change,
});

async function send(body: object | FormData, headers: Record<string, string> = {}, origin = site.origin) {
  const form = body instanceof FormData;
  const answer = await fetch(`${origin}/api/v1/reports`, {
    method: 'POST',
    headers: { ...(!form && { 'content-type': 'application/json' }), ...headers },
    body: form ? body : JSON.stringify(body),
  });
  // biome-ignore lint/suspicious/noExplicitAny: an answer is what a test says it is.
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any };
}

function withPhotos(files: Buffer[], change: object = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(report(change)))
    if (value !== undefined) form.append(name, String(value));
  for (const file of files) form.append('photos', new Blob([new Uint8Array(file)]), '../../etc/x.jpg');
  return form;
}
const jpeg = (exif?: object) => {
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
  return (exif ? image.withExif(exif as never) : image).jpeg().toBuffer();
};
const rowOf = (code: string) =>
  site.db.getRepository(Report).findOneByOrFail({ trackingHash: hashToken(code) });
/** Everything that a report could leave behind. */
const counted = async () => {
  const tables = [Report, Note, Photo, LogEntry, Person, Message];
  const counts = await Promise.all(tables.map((one) => site.db.getRepository(one).count()));
  const folder = path.join(site.deps.config.dataDir, 'photos');
  return [...counts, existsSync(folder) ? readdirSync(folder).length : 0];
};

test('a report is accepted for good although Temporal is away, by a code that only its holder knows', async () => {
  const { status, headers, body } = await send(report({ email: 'Ada@Example.org', language: 'en' }));
  expect(status).toBe(201);
  expect(acceptedSchema.strict().safeParse(body).success).toBe(true);
  expect(body.number).toMatch(/^AL-20\d\d-\d{6}$/);
  expect(headers.get('location')).toBe(`https://city.example/t/${body.trackingCode}`);
  expect(body.trackingCode.replaceAll('-', '')).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  const row = await rowOf(body.trackingCode);
  expect(row).toMatchObject({ channel: 'api', danger: 3, locale: 'en', startedAt: null, ...stripped() });
  const person = await site.db.getRepository(Person).findOneByOrFail({ id: row.personId! });
  expect(person).toMatchObject({ email: 'ada@example.org', confirmedAt: null });
  const mails = await site.db.getRepository(Message).findBy({ reportId: row.id });
  expect(mails.map(({ event }) => event)).toEqual(['confirm-email']);
  const [entry] = await site.db.getRepository(LogEntry).findBy({ chain: `report:${row.id}` });
  expect(entry).toMatchObject({ seq: 1, name: 'received', noteId: row.noteId });
});
const stripped = () => ({ departmentId: town.departmentId, categoryId: town.categoryId });

test('the millionth report has a number of its own', async () => {
  const numberOf = async () => (await send(report())).body.number;
  await site.db.query("SELECT setval('report_number', 100000, false)");
  expect(await numberOf()).toMatch(/-100000$/);
  await site.db.query("SELECT setval('report_number', 1000000, false)");
  expect(await numberOf()).toMatch(/-1000000$/);
});

test('everything that is wrong is told at once, in the asked language, and nothing is written', async () => {
  const before = await counted();
  const wrong = {
    ...{ category: 'none', text: ' ', latitude: 91, longitude: 'x', danger: 5, emergency: 'yes' },
    ...{ email: 'nobody', privacyRead: false, colour: 'red' },
  };
  const english = await send(wrong, { 'accept-language': 'en' });
  expect([english.status, english.body.code]).toEqual([422, 'invalid-input']);
  expect(errorSchema.strict().safeParse(english.body).success).toBe(true);
  expect(Object.keys(english.body.fields).sort()).toEqual(
    [...Object.keys(wrong)].sort((a, b) => (a < b ? -1 : 1)),
  );
  expect(english.body.fields.email).toContain('name@example.org');
  const italian = await send({ kind: 'problem' }, { 'accept-language': 'it' });
  expect(italian.body.fields).toMatchObject({
    category: 'Questo campo è obbligatorio.',
    place: expect.stringContaining('Indica dove si trova'),
  });
  expect(await counted()).toEqual(before);
});

test.each([
  ['words of NUL', { text: 'a\0b' }, 422],
  ['half a character', { text: 'a\ud800b' }, 422],
  ['a number of another kind', { danger: '0x3' }, 422],
  ['too many words', { text: 'x'.repeat(4001) }, 422],
  ['a category of another department', { department: 'roads' }, 422],
  ['not a number', { latitude: Number.NaN }, 422],
  ['outside the municipality', { latitude: 45.5 }, 422],
  ['far too much', { text: 'x'.repeat(200_000) }, 422],
])('%s: refused, nothing written', async (_what, change, status) => {
  const before = await counted();
  expect((await send(report(change))).status).toBe(status);
  expect(await counted()).toEqual(before);
});

test('what is no JSON, or no object, is refused with a sentence', async () => {
  const special = JSON.stringify(report()).replace('{', '{"__proto__":{"admin":true},');
  for (const body of ['{', '[]', '"x"', 'null', special]) {
    const answer = await fetch(`${site.origin}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { message: string }).message).not.toBe('');
  }
});

describe('a road that is not the municipality’s', () => {
  const owner = (lon: number, change: Partial<RoadOwner>) => {
    const [west, east] = [lon - 0.001, lon + 0.001];
    const ring = [
      [west, 44.9],
      [east, 44.9],
      [east, 44.91],
      [west, 44.91],
      [west, 44.9],
    ] as [number, number][];
    return site.db.getRepository(RoadOwner).insert({
      ...{
        id: randomUUID(),
        name: 'Provincia',
        kind: 'province',
        contactIt: 'Chiama 0131.',
        contactEn: 'Call 0131.',
      },
      ...{ onReport: 'decline', area: { type: 'Polygon', coordinates: [ring] } },
      ...(change as object),
    });
  };

  test('is explained, with whom to ask, where its owner wants no reports', async () => {
    await owner(8.7, { name: 'Autostrada' });
    const { status, body } = await send(report({ latitude: 44.905, longitude: 8.7 }));
    expect([status, body.code]).toEqual([422, 'not-our-road']);
    expect(body.message).toMatch(/Autostrada.*Chiama 0131/);
    const asked = { kind: 'question', danger: undefined, latitude: 44.905, longitude: 8.7 };
    expect((await send(report(asked))).body.code).toBe('not-our-road');
  });

  test('is accepted and passed on where its owner does', async () => {
    await owner(8.65, { onReport: 'forward', email: 'strade@provincia.example' });
    const { status, body } = await send(report({ latitude: 44.905, longitude: 8.65 }));
    expect(status).toBe(201);
    const { id, roadOwnerId } = await rowOf(body.trackingCode);
    const mails = await site.db.getRepository(Message).findBy({ reportId: id });
    expect(mails).toMatchObject([
      { event: 'owner-forward', recipientKind: 'owner', recipientId: roadOwnerId },
    ]);
  });
});

describe('photos', () => {
  const gps = {
    IFD3: {
      ...{ GPSLatitudeRef: 'N', GPSLatitude: '44/1 54/1 0/1' },
      ...{ GPSLongitudeRef: 'E', GPSLongitude: '8/1 36/1 0/1' },
    },
  };
  const nowhere = { latitude: undefined, longitude: undefined };

  test('are kept under our own name, and say where when nobody else does', async () => {
    const { status, body } = await send(withPhotos([await jpeg(), await jpeg(gps)], nowhere));
    expect(status).toBe(201);
    const row = await rowOf(body.trackingCode);
    expect(row.locationSource).toBe('photo');
    expect(row.location?.coordinates).toEqual([8.6, 44.9]);
    const photos = await site.db.getRepository(Photo).findBy({ reportId: row.id });
    expect(photos).toHaveLength(2);
    const folder = path.join(site.deps.config.dataDir, 'photos');
    for (const { id } of photos) expect(existsSync(path.join(folder, `${id}.jpg`))).toBe(true);
  });

  test.each([
    ['than the device, which may be at home by now', { placeSource: 'device' }, 'photo', [8.6, 44.9]],
    ['less than what somebody chose on the map', { placeSource: 'map' }, 'map', [8.615, 44.9125]],
    [
      'less than an address',
      { placeSource: 'address', address: 'Via  Roma\n1' },
      'address',
      [8.615, 44.9125],
    ],
  ])('their place counts more %s', async (_than, change, source, coordinates) => {
    const { body } = await send(withPhotos([await jpeg(gps)], change));
    const row = await rowOf(body.trackingCode);
    expect(row).toMatchObject({ locationSource: source, location: { coordinates } });
    expect(row.address).toBe(source === 'address' ? 'Via Roma 1' : null);
  });

  test('one from outside the municipality is no picture of the place', async () => {
    const far = { IFD3: { ...gps.IFD3, GPSLatitude: '45/1 54/1 0/1' } };
    const { body } = await send(withPhotos([await jpeg(far)], { placeSource: 'device', accuracy: 12 }));
    const row = await rowOf(body.trackingCode);
    expect([row.locationSource, row.accuracyMetres]).toEqual(['device', 12]);
    expect((await send(withPhotos([await jpeg(far)], nowhere))).body.code).toBe('outside-boundary');
    // A question needs no place: the picture may be from anywhere.
    const asked = { ...nowhere, kind: 'question', danger: undefined };
    const { body: question } = await send(withPhotos([await jpeg(far)], asked));
    expect((await rowOf(question.trackingCode)).location).toBeNull();
  });

  test('every bad one is named; a fourth is one too many; nothing is written', async () => {
    const before = await counted();
    const good = await jpeg();
    const { status, body } = await send(withPhotos([good, Buffer.from('GIF89a'), Buffer.from('x')]));
    expect([status, Object.keys(body.fields)]).toEqual([415, ['photos.1', 'photos.2']]);
    const many = await send(withPhotos([good, good, good, good]));
    expect([many.status, Object.keys(many.body.fields)]).toEqual([422, ['photos']]);
    const elsewhere = new FormData();
    elsewhere.append('picture', new Blob(['x']), 'x.jpg');
    expect((await send(elsewhere)).status).toBe(422);
    expect(await counted()).toEqual(before);
  });
});

test('a broken or overlong upload is refused with a sentence, whatever is wrong with it', async () => {
  const before = await counted();
  const post = async (type: string, body: string) => {
    const answer = await fetch(`${site.origin}/api/v1/reports`, {
      ...{ method: 'POST', body, headers: { 'content-type': type } },
    });
    return [answer.status, ((await answer.json()) as { code: string }).code];
  };
  expect(await post('multipart/form-data', 'x')).toEqual([422, 'invalid-input']);
  expect(
    await post(
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf',
    ),
  ).toEqual([422, 'invalid-input']);
  expect(await post('multipart/form-data; boundary=b', '--b\r\nno header\r\n\r\n--b--')).toEqual([
    422,
    'invalid-input',
  ]);
  const long = await send(withPhotos([], { text: 'x'.repeat(70_000) }));
  expect([long.status, long.body.fields.text]).toEqual([422, 'Il testo è troppo lungo.']);
  expect(await counted()).toEqual(before);
});

describe('Idempotency-Key', () => {
  test('the same key and body are one report, also twenty times at once', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = report({ text: 'Una sola volta' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(body, key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.body.trackingCode)).size).toBe(1);
    const reordered = Object.fromEntries(Object.entries(body).reverse());
    expect((await send(reordered, key)).body).toEqual(answers[0]!.body);
  });

  test('the same key for something else is a conflict', async () => {
    const key = { 'idempotency-key': 'x\u00e9'.repeat(50) };
    expect((await send(report(), key)).status).toBe(201);
    const other = await send(report({ text: 'Altro' }), key);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-conflict']);
  });
});

describe('limits', () => {
  let processes: Awaited<ReturnType<typeof serve>>[];
  beforeAll(async () => {
    const deps = { ...site.deps, config: { ...site.deps.config, rateLimitFactor: 0.1 } };
    processes = await Promise.all([serve(deps), serve(deps)]);
  });
  afterAll(() => Promise.all(processes.map(({ close }) => close())));
  beforeEach(() => site.db.query('DELETE FROM rate_limit'));

  /** Sends one after the other to one process and the other. */
  async function alternately(times: number, body: () => Promise<object | FormData>) {
    const answers = [];
    for (let nth = 0; nth < times; nth++)
      answers.push(await send(await body(), {}, processes[nth % 2]!.origin));
    return answers;
  }

  test('of reports hold over all processes together, and say when to come again', async () => {
    const answers = await alternately(5, async () => report());
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 429, 429]);
    expect(Number(answers[3]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers[3]!.body.code).toBe('too-many-requests');
  });

  test('of photos as well', async () => {
    const photo = await jpeg();
    const answers = await alternately(3, async () => withPhotos([photo, photo, photo]));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 429]);
    expect(answers[2]!.body.code).toBe('photo-quota');
  });
});

describe('the description', () => {
  const get = async (at: string) => (await fetch(`${site.origin}/api/v1${at}`)).json();

  test('names what the API takes, answers and refuses', async () => {
    // biome-ignore lint/suspicious/noExplicitAny: a document
    const doc = (await get('/openapi.json')) as any;
    expect(doc.openapi).toBe('3.1.0');
    const { requestBody, responses, parameters } = doc.paths['/reports'].post;
    expect(Object.keys(responses)).toEqual(['201', '409', '413', '415', '422', '429']);
    expect(parameters.map(({ name }: { name: string }) => name)).toContain('Idempotency-Key');
    const schemaOf = (type: string) => requestBody.content[type].schema;
    expect(schemaOf('application/json').properties.photos).toBeUndefined();
    expect(schemaOf('multipart/form-data').properties.photos.maxItems).toBe(3);
    const danger = schemaOf('application/json').properties.danger;
    expect(
      danger.anyOf.map((one: { enum?: number[]; const?: number }) => one.const ?? one.enum?.[0]),
    ).toEqual([1, 2, 3, 4]);
    expect(Object.keys(doc.paths)).toContain('/forwards/{id}/acknowledge');
    const page = await fetch(`${site.origin}/api/v1/docs`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('swagger')]);
  });

  test('is exactly what is answered', async () => {
    const { body } = await send(withPhotos([await jpeg()], { email: 'bea@example.org' }));
    const answers: [z.ZodType, string][] = [
      [trackedSchema, `/reports/${body.trackingCode}`],
      [z.array(categorySchema.strict()).min(1), '/categories'],
      [z.array(departmentSchema.strict()).min(1), '/departments'],
      [z.array(addressSchema.strict()).min(1), '/addresses?q=via%20roma'],
      [z.array(addressSchema.strict()).min(1), '/house-numbers?west=8&south=44&east=9&north=45'],
      [
        z.array(addressSchema.strict()).length(1),
        '/house-numbers?west=8&south=44&east=9&north=45&each=street',
      ],
    ];
    for (const [schema, at] of answers) expect(schema.safeParse(await get(at)).error?.issues).toBeUndefined();
    const headers = (await fetch(`${site.origin}/api/v1/categories`)).headers;
    expect(headers.get('cache-control')).toContain('private');
  });
});
