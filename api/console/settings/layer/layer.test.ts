import { ExposurePlace, LogEntry } from '../../../../db/entities';
import { type Console, createTown, startConsole, type Visitor } from '../../testing';
import { MOST_PLACES } from './read';

let at: Console;
let admin: Visitor;
beforeAll(async () => {
  at = await startConsole();
  await createTown(at.db);
  admin = await at.person('admin');
});
afterAll(() => at.stop());

const place = (properties: object = {}, geometry: object = {}) => ({
  type: 'Feature',
  properties: { name: 'Liceo Galilei', kind: 'school', owner: 'Provincia', ...properties },
  geometry: { type: 'Point', coordinates: [8.605484, 44.912079, 95], ...geometry },
});
const layer = (...features: object[]) => ({ type: 'FeatureCollection', name: 'export', features });
const road = (coordinates: unknown) =>
  place({ name: 'Spalto Marengo', kind: 'main-road' }, { type: 'LineString', coordinates });

function load(content: unknown, who = admin, why = '') {
  const form = new FormData();
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  form.append('layer', new Blob([text]), 'layer.geojson');
  if (why) form.append('why', why);
  return who.send('POST', '/exposure-places/layer', form);
}
const names = async () =>
  (await admin.get('/exposure-places?_sort=name')).body.map(({ name }: { name: string }) => name);

test('a layer takes the place of the one before, and the log says how many places it has', async () => {
  const first = await load(layer(place(), place({ name: 'Liceo Plana' })));
  expect([first.status, first.body]).toEqual([200, { places: 2, was: 0 }]);
  const second = await load(
    layer(
      place(),
      road([
        [8.6187, 44.9191],
        [8.62073, 44.91802],
      ]),
    ),
    admin,
    'Nuovi dati',
  );
  expect([second.body, await names()]).toEqual([{ places: 2, was: 2 }, ['Liceo Galilei', 'Spalto Marengo']]);
  const log = await at.db
    .getRepository(LogEntry)
    .find({ where: { chain: 'settings', name: 'setting-loaded' }, order: { seq: 'ASC' } });
  expect(log.map(({ data, actorId }) => [data, actorId])).toEqual([
    [{ resource: 'exposure-places', id: 'layer', changes: { places: [0, 2] } }, admin.id],
    [{ resource: 'exposure-places', id: 'layer', changes: { places: [2, 2] } }, admin.id],
  ]);
  const auditor = await at.person('auditor');
  expect((await auditor.get('/setting-changes?resource=exposure-places')).body[0]).toMatchObject({
    ...{ name: 'setting-loaded', words: 'Nuovi dati', settingName: null },
  });
});

const square = (shift: number) => [
  [
    [8.6, 44.9],
    [8.7, 45 + shift],
    [8.7, 44.9],
    [8.6, 45],
    [8.6, 44.9],
  ],
];

test.each<[string, unknown, RegExp]>([
  ['no JSON', '{"type":', /no GeoJSON/],
  ['no collection', place(), /no GeoJSON/],
  ['nothing in it', layer(), /at least one place/],
  ['a place without a name', layer(place(), place({ name: ' ' })), /Place 2: .*“name”/],
  ['a name that cannot be stored', layer(place({ name: 'a\u0000b' })), /Place 1: .*“name”/],
  ['another kind', layer(place({ kind: 'castle' })), /Place 1: .*“kind”/],
  ['no properties', layer({ ...place(), properties: null }), /Place 1/],
  [
    'metres instead of degrees',
    layer(place({}, { coordinates: [1468850, 4973230] })),
    /Place 1: the geometry/,
  ],
  ['a line of one position', layer(road([[8.6, 44.9]])), /Place 1: the geometry/],
  [
    'a ring that crosses itself',
    layer(place(), place({}, { type: 'Polygon', coordinates: square(0) })),
    /Place 2: the geometry/,
  ],
  ['no geometry', layer({ ...place(), geometry: null }), /Place 1: the geometry/],
  [
    'others',
    layer({ ...place(), geometry: { type: 'GeometryCollection', geometries: [] } }),
    /Place 1: the geometry/,
  ],
  [
    'another system',
    { ...layer(place()), crs: { properties: { name: 'urn:ogc:def:crs:EPSG::3003' } } },
    /WGS84/,
  ],
  ['too many', layer(...Array.from({ length: MOST_PLACES + 1 }, () => place())), /at most 5000/],
  ['too large', `{"type":"${'x'.repeat(5 * 1024 * 1024)}"}`, /at most 5 MB/],
])('%s: nothing is taken, and what is wrong is said', async (_what, content, sentence) => {
  const before = await at.db.getRepository(ExposurePlace).find();
  const { status, body } = await load(content);
  expect([status, body.fields.layer]).toEqual([422, expect.stringMatching(sentence)]);
  expect(await at.db.getRepository(ExposurePlace).find()).toEqual(before);
});

test('it comes as a file, from who may write the settings', async () => {
  expect((await admin.post('/exposure-places/layer', layer(place()))).status).toBe(422);
  expect((await load(layer(place()), await at.person('coordinator'))).status).toBe(403);
});

test('two layers at once leave one', async () => {
  const some = (name: string) => layer(...Array.from({ length: 30 }, () => place({ name })));
  await Promise.all([load(some('a')), load(some('b'))]);
  const kept = await names();
  expect([kept.length, new Set(kept).size]).toEqual([30, 1]);
});
