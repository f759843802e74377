import { createMunicipality } from '../../activities/emergency/testing';
import { createTown, type Town } from '../../activities/testing';
import { Report } from '../../db/entities';
import { hashToken } from '../../db/tokens';
import { type Site, startSite } from '../testing';
import { trackedSchema } from './schemas';

let site: Site;
let town: Town;
beforeAll(async () => {
  site = await startSite({ env: { RATE_LIMIT_FACTOR: '100' } });
  await createMunicipality(site.db);
  town = await createTown(site.db);
});
afterAll(() => site.stop());

async function send(body: object) {
  const answer = await fetch(`${site.origin}/api/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(body),
  });
  // biome-ignore lint/suspicious/noExplicitAny: an answer is what a test says it is.
  return { status: answer.status, body: (await answer.json()) as any };
}
const rowOf = (code: string) =>
  site.db.getRepository(Report).findOneByOrFail({ trackingHash: hashToken(code) });
const reports = () => site.db.getRepository(Report).count();

describe.each(['question', 'praise', 'proposal'])('a %s', (kind) => {
  const asked = (change: object = {}) => ({
    ...{
      kind,
      category: town.categoryId,
      text: 'Quando?',
      latitude: 44.9125,
      longitude: 8.615,
      privacyRead: true,
    },
    ...change,
  });

  test('is never dangerous, and nobody has to say so', async () => {
    const { status, body } = await send(asked());
    expect([status, body.emergency]).toEqual([201, 'none']);
    expect(await rowOf(body.trackingCode)).toMatchObject({ kind, danger: 1, emergency: 'none' });
  });

  test('with an alarm is refused, so that nobody waits for help in vain', async () => {
    const before = await reports();
    const wrong = asked({ danger: 9, emergency: 'injured', text: '' });
    const { status, body } = await send(wrong);
    expect([status, Object.keys(body.fields).sort()]).toEqual([422, ['danger', 'emergency', 'text']]);
    expect(body.fields.emergency).toContain('for a problem only');
    expect(await reports()).toEqual(before);
  });

  const nowhere = { latitude: undefined, longitude: undefined };

  test('about no place is accepted, and its page is what the description says', async () => {
    const { status, body } = await send(asked(nowhere));
    expect(status).toBe(201);
    const none = { location: null, locationSource: null, address: null, roadOwnerId: null };
    expect(await rowOf(body.trackingCode)).toMatchObject(none);
    const page = await (await fetch(`${site.origin}/api/v1/reports/${body.trackingCode}`)).json();
    expect(trackedSchema.strict().safeParse(page).error?.issues).toBeUndefined();
    expect(page).toMatchObject({ latitude: null, longitude: null, address: null });
  });

  test('about a place has it', async () => {
    const { body } = await send(asked());
    expect((await rowOf(body.trackingCode)).location?.coordinates).toEqual([8.615, 44.9125]);
  });

  test.each([
    ['outside the municipality', { latitude: 45.5 }],
    ['that is half a place', { longitude: undefined }],
    ['that is an address without its coordinates', { ...nowhere, address: 'Via Roma 1' }],
    ['that is none', { latitude: 'here' }],
  ])('about a place %s is refused with an explanation', async (_what, change) => {
    const before = await reports();
    const { status, body } = await send(asked(change));
    expect(status).toBe(422);
    expect(Object.values(body.fields).join()).toMatch(/\w/);
    expect(await reports()).toEqual(before);
  });
});
