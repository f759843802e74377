import { randomUUID } from 'node:crypto';
import { matchOrOpen } from '../../../activities/matching';
import { createReport } from '../../../activities/testing';
import { Case, Photo, Report } from '../../../db/entities';
import { storePhotos } from '../../photos/store';
import { draft, type Form, fieldOf, photo, startForm } from './testing';

let site: Form;
beforeAll(async () => {
  site = await startForm();
});
afterAll(() => site.stop());

let row = 0;
/** Far enough from the places of all other tests. */
const nextPlace = () => {
  row += 1;
  return { latitude: 44.87 + row * 0.006, longitude: 8.63 };
};
const fields = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({
  ...{ latitude: String(latitude), longitude: String(longitude), text: 'Buca profonda in mezzo alla strada' },
});

/** A case that was reported at a place, with a picture; staff have read it. */
async function known(
  at: { latitude: number; longitude: number },
  { change = {}, told = {} }: { change?: Partial<Case>; told?: Parameters<typeof createReport>[2] } = {},
): Promise<Case> {
  const report = await createReport(site.db, site.town, {
    text: 'Una buca profonda sulla strada',
    location: { type: 'Point', coordinates: [at.longitude, at.latitude] },
    ...told,
  });
  const caseId = await site.db.transaction((tx) => matchOrOpen(tx, report.id));
  const data = await photo();
  const picture = { data, width: 8, height: 8, gps: null };
  await site.db.transaction((tx) =>
    storePhotos(tx, site.deps.config, [picture], { purpose: 'report', reportId: report.id }),
  );
  await site.db.getRepository(Case).update(caseId, { status: 'accepting', ...(change as object) });
  return site.db.getRepository(Case).findOneByOrFail({ id: caseId });
}

const look = (values: Record<string, string>, step = 'summary') =>
  site.post(site.typed({ step, draft: draft(), ...values }));
const isKnownStep = (html: string) => html.includes('id="known-form"');

test('what is known near the place is shown before the summary, with words, picture and two ways on', async () => {
  const at = nextPlace();
  const { number } = await known(at);
  const { html } = await look(fields(at));
  expect(isKnownStep(html)).toBe(true);
  expect(html).toContain('Una buca profonda sulla strada');
  expect(html).toContain(`/known/${number}/photo?size=small`);
  expect(html).toContain('proprio qui');
  expect(html).toContain(`name="joins" value="${number}"`);
  expect(html).toContain('name="joins" value="none"');
  expect(fieldOf(html, 'text')).toBe('Buca profonda in mezzo alla strada');
  const picture = await fetch(`${site.origin}/known/${number}/photo?size=small`);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
});

test('"it is this one" becomes a report of that case, with its own danger and words', async () => {
  const at = nextPlace();
  const { id, number } = await known(at);
  const values = { ...fields(at), joins: number, draft: draft() };
  const summary = await look(values);
  expect(isKnownStep(summary.html)).toBe(false);
  expect(summary.html).toContain(number);
  expect(fieldOf(summary.html, 'joins')).toBe(number);
  const sent = await look(values, 'send');
  expect(sent.status).toBe(303);
  const [report] = await site.db.getRepository(Report).find({ order: { receivedAt: 'DESC' }, take: 1 });
  expect(report).toMatchObject({ joinsCaseId: id, danger: 3 });
});

test('"none of these" goes on, is not asked again, and joins nothing', async () => {
  const at = nextPlace();
  await known(at);
  const values = { ...fields(at), joins: 'none', draft: draft() };
  expect(isKnownStep((await look(values)).html)).toBe(false);
  expect((await look(values, 'send')).status).toBe(303);
  const [report] = await site.db.getRepository(Report).find({ order: { receivedAt: 'DESC' }, take: 1 });
  expect(report!.joinsCaseId).toBeNull();
});

test('after a change of the report it is asked again', async () => {
  const at = nextPlace();
  const { number } = await known(at);
  const { html } = await look({ ...fields(at), joins: number }, 'edit');
  expect(fieldOf(html, 'joins')).toBeUndefined();
});

test.each([
  ['in an emergency, where seconds count', { emergency: 'imminent' }],
  ['of a question', { kind: 'question', danger: '', emergency: '' }],
])('nothing is asked %s', async (_when, change) => {
  const at = nextPlace();
  await known(at);
  expect(isKnownStep((await look({ ...fields(at), ...(change as object) })).html)).toBe(false);
});

test('nothing is known far away, and the summary comes at once', async () => {
  await known(nextPlace());
  expect(isKnownStep((await look(fields(nextPlace()))).html)).toBe(false);
});

test('what nobody has read yet is shown without words and picture, and so is an emergency', async () => {
  for (const hidden of [{ status: 'verifying' as const }, { emergency: 'injured' as const }]) {
    const at = nextPlace();
    const { number } = await known(at, { change: hidden });
    const { html } = await look(fields(at));
    expect(isKnownStep(html)).toBe(true);
    expect(html).not.toContain('Una buca profonda sulla strada');
    expect(html).not.toContain('/photo');
    expect((await fetch(`${site.origin}/known/${number}/photo`)).status).toBe(404);
  }
});

test('what was repaired lately may have come back', async () => {
  const at = nextPlace();
  const closed = { status: 'closed' as const, outcome: 'repaired' as const, closedAt: new Date() };
  const { number } = await known(at, { change: closed });
  const { html } = await look(fields(at));
  expect(html).toContain('è tornato');
  expect(html).toContain('riparato il');
  expect(html).toContain(`value="${number}"`);
});

test('a picture that was erased is shown to nobody', async () => {
  const at = nextPlace();
  const { number } = await known(at);
  await site.db.getRepository(Photo).update({ purpose: 'report' }, { erasedAt: new Date() });
  expect((await fetch(`${site.origin}/known/${number}/photo`)).status).toBe(404);
  expect((await fetch(`${site.origin}/known/${randomUUID()}/photo`)).status).toBe(404);
});

test('a case elsewhere, a refused one and one that there is not cannot be joined; nothing typed is lost', async () => {
  const at = nextPlace();
  const elsewhere = await known(nextPlace());
  const refused = await known(at, { change: { status: 'rejected', outcome: 'rejected' } });
  for (const joins of [elsewhere.number, refused.number, 'AL-C-999999']) {
    const { status, html } = await look({ ...fields(at), joins }, 'send');
    expect(status).toBe(422);
    expect(html).toContain('Questo caso non è qui vicino');
    expect(fieldOf(html, 'text')).toBe('Buca profonda in mezzo alla strada');
  }
});
