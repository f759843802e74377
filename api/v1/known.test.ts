import { createMunicipality } from '../../activities/emergency/testing';
import { matchOrOpen } from '../../activities/matching';
import { createReport, createTown, type Town } from '../../activities/testing';
import { Case, Report } from '../../db/entities';
import { startSite } from '../testing';
import { knownSchema } from './schemas';

let site: Awaited<ReturnType<typeof startSite>>;
let town: Town;
beforeAll(async () => {
  site = await startSite({ env: { RATE_LIMIT_FACTOR: '100' } });
  await createMunicipality(site.db);
  town = await createTown(site.db);
});
afterAll(() => site.stop());

const place = { latitude: 44.91, longitude: 8.62 };

async function ask(at: string, body: object) {
  const answer = await fetch(`${site.origin}/api/v1${at}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(body),
  });
  // biome-ignore lint/suspicious/noExplicitAny: an answer is what a test says it is.
  return { status: answer.status, body: (await answer.json()) as any };
}

test('what is known near a place is said as the description promises, and can be joined by its number', async () => {
  const first = await createReport(site.db, town, {
    location: { type: 'Point', coordinates: [place.longitude, place.latitude] },
  });
  const caseId = await site.db.transaction((tx) => matchOrOpen(tx, first.id));
  const asked = { ...place, category: town.categoryId, text: 'A pothole' };
  const { status, body } = await ask('/known', asked);
  expect(status).toBe(200);
  const [known] = body;
  expect(knownSchema.parse(known)).toMatchObject({ metres: 0, reports: 1, words: null, photo: null });
  const { number } = await site.db.getRepository(Case).findOneByOrFail({ id: caseId });
  expect(known.number).toBe(number);

  const report = { ...asked, privacyRead: true, joins: number.toLowerCase() };
  expect((await ask('/reports', report)).status).toBe(201);
  const [sent] = await site.db.getRepository(Report).find({ order: { receivedAt: 'DESC' }, take: 1 });
  expect(sent!.joinsCaseId).toBe(caseId);
});

test.each([
  ['no category', { ...place }, 'category'],
  ['an unknown category', { ...place, category: 'moon' }, 'category'],
  ['a place that is none', { latitude: 100, longitude: 8, category: 'x' }, 'latitude'],
  ['something else', { ...place, category: 'x', name: 'Mario' }, 'name'],
])('%s is refused, naming the field', async (_what, body, field) => {
  const answer = await ask('/known', body);
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.body.fields)).toEqual([field]);
});

test('a question joins nothing', async () => {
  const report = {
    ...{
      kind: 'question',
      category: town.categoryId,
      text: 'When?',
      privacyRead: true,
      joins: 'AL-C-000001',
    },
  };
  const { status, body } = await ask('/reports', report);
  expect([status, Object.keys(body.fields)]).toEqual([422, ['joins']]);
});
