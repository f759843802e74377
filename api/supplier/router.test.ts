import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import sharp from 'sharp';
import { createMunicipality } from '../../activities/emergency/testing';
import {
  Case,
  Contract,
  LogEntry,
  Material,
  Message,
  Photo,
  Repair,
  RepairMaterial,
  SlaPolicy,
  Supplier,
  SupplierJob,
  ThreadMessage,
} from '../../db/entities';
import { startReportWorkflow } from '../../temporal/starter';
import { devServerEnvironment } from '../../temporal/testing';
import { startWork } from '../../temporal/testing-work';
import {
  type Console,
  createCrewAndSupplier,
  createReport,
  createTown,
  startConsole,
  until,
  type Visitor,
} from '../console/testing';
import { caseNear, findKnown } from '../intake/known';
import { linkOf } from './links';

let temporal: TestWorkflowEnvironment;
let at: Console;
let stopWork: () => Promise<void>;
let admin: Visitor;
let materialId: string;

beforeAll(async () => {
  temporal = await devServerEnvironment();
  at = await startConsole(temporal.client);
  await createMunicipality(at.db);
  const days = { minutes: 10 * 24 * 60, mode: 'clock' as const, remindBefore: null, grace: null };
  await at.db.getRepository(SlaPolicy).insert({
    ...{ id: randomUUID(), name: 'ordinary', urgency: 'ordinary' },
    targets: { targets: { repair: days, rating: days, handover: days }, maxPauseMinutes: 10 * 24 * 60 },
  });
  stopWork = await startWork(temporal, at.db);
  admin = await at.person('admin');
  materialId = randomUUID();
  const asphalt = { code: 'asphalt', nameIt: 'Asfalto a freddo', nameEn: 'Cold asphalt', unit: 'kg' };
  await at.db.getRepository(Material).insert({ id: materialId, ...asphalt });
});
afterAll(async () => {
  await stopWork();
  await at.stop();
  await temporal.teardown();
});

/** A case that was given to a supplier, whose portal is open. */
async function scene() {
  const town = await createTown(at.db);
  const { supplierId } = await createCrewAndSupplier(at.db, town);
  const { id: reportId } = await createReport(at.db, town, { text: 'Parole di Mario Rossi' });
  await startReportWorkflow({ client: temporal.client, db: at.db }, { reportId, emergency: 'none' });
  const { id: caseId } = await until(() =>
    at.db.getRepository(Case).findOneBy({ status: 'verifying', ...{ categoryId: town.categoryId } }),
  );
  const command = async (name: string, body: object = {}) => {
    const answer = await admin.post(`/cases/${caseId}/commands`, { name, commandId: randomUUID(), ...body });
    expect(answer.status).toBe(200);
  };
  await command('verify');
  await command('accept');
  await command('assign', { assignee: { kind: 'supplier', id: supplierId } });
  const { number } = await at.db.getRepository(Case).findOneByOrFail({ id: caseId });
  return { town, supplierId, caseId, number, command, portal: await portalOf(supplierId) };
}

const portalOf = async (id: string) => {
  const supplier = await at.db.getRepository(Supplier).findOneByOrFail({ id });
  return new URL(linkOf(at.deps.config, supplier)).pathname;
};
const get = async (path: string) => {
  const answer = await fetch(at.origin + path, { headers: { accept: 'text/html', 'accept-language': 'it' } });
  return { status: answer.status, html: await answer.text() };
};
const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: 'grey' } })
    .jpeg()
    .toBuffer();
async function post(path: string, fields: Record<string, string | string[]>, files: Buffer[] = []) {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(name, value);
  for (const file of files) form.append('photos', new Blob([new Uint8Array(file)]), '../../x.jpg');
  const answer = await fetch(at.origin + path, {
    ...{ method: 'POST', body: form, redirect: 'manual' },
    headers: { accept: 'text/html', 'accept-language': 'it' },
  });
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() };
}
const done = (change: Record<string, string | string[]> = {}) => ({
  ...{ do: 'done', commandId: randomUUID(), procedure: 'Asfalto rifatto', hours: '2,5', cost: '180.40' },
  ...{ 'materials[]': [materialId, ''], 'quantities[]': ['25', ''], note: '' },
  ...change,
});

test('the work order brings the link; the portal lists the work without anybody’s words', async () => {
  const { supplierId, portal, number } = await scene();
  const message = await until(() =>
    at.db.getRepository(Message).findOneBy({ event: 'work-order', recipientId: supplierId }),
  );
  expect(message.recipientKind).toBe('supplier');
  const list = await get(portal);
  expect(list.status).toBe(200);
  expect(list.html).toContain(`${portal}/${number}`);
  expect(list.html).toContain('Da confermare');
  const job = await get(`${portal}/${number}`);
  expect(job.html).toContain('Confermiamo il lavoro');
  expect(job.html).not.toContain('Mario Rossi');
});

test('work is confirmed with a day, begun, and done with pictures, materials and costs; all of it once', async () => {
  const { town, supplierId, portal, number, caseId } = await scene();
  await at.db.getRepository(Contract).insert({
    ...{ id: randomUUID(), name: 'Strade 2026', supplierId, categoryIds: [town.categoryId] },
    ...{ validFrom: '2020-01-01', validTo: '2099-12-31', warrantyMonths: 24 },
  });
  const job = `${portal}/${number}`;
  expect((await post(job, { do: 'accept', day: '2099-01-05' })).to).toBe(`${job}?saved`);
  expect((await post(job, { do: 'accept', day: '2099-01-06' })).status).toBe(303);
  const kept = await at.db.getRepository(SupplierJob).findOneByOrFail({ caseId });
  expect([kept.supplierId, kept.scheduledFor]).toEqual([supplierId, '2099-01-06']);
  const logged = await at.db.getRepository(LogEntry).find({
    where: { chain: `case:${caseId}`, actorId: supplierId },
    order: { seq: 'ASC' },
  });
  expect(logged.map(({ name, data }) => [name, data])).toEqual([
    ['supplier-accepted', {}],
    ['supplier-scheduled', { day: '2099-01-05' }],
    ['supplier-scheduled', { day: '2099-01-06' }],
  ]);
  expect((await post(job, { do: 'start', commandId: randomUUID() })).status).toBe(303);
  expect((await get(portal)).html).toContain('In corso');
  const form = done();
  const photos = [await picture(), await picture()];
  const twice = await Promise.all([post(job, form, photos), post(job, form, photos)]);
  expect(twice.map(({ status }) => status).sort()).toEqual([303, 303]);
  expect(twice[0]?.to).toBe(`${portal}?done=finished`);
  const row = await until(() => at.db.getRepository(Case).findOneBy({ id: caseId, status: 'repaired' }));
  const [repair, ...more] = await at.db.getRepository(Repair).findBy({ caseId: row.id });
  expect(more).toEqual([]);
  expect(repair).toMatchObject({ supplierId, recordedBy: supplierId, hours: '2.50', cost: '180.40' });
  const inTwoYears = new Date();
  inTwoYears.setFullYear(inTwoYears.getFullYear() + 2);
  expect(repair?.warrantyUntil?.slice(0, 4)).toBe(String(inTwoYears.getFullYear()));
  expect(await at.db.getRepository(RepairMaterial).findBy({ repairId: repair!.id })).toMatchObject([
    { materialId, material: 'Asfalto a freddo', quantity: '25.000', unit: 'kg' },
  ]);
  expect(await at.db.getRepository(Photo).countBy({ caseId, purpose: 'after' })).toBe(2);
  expect((await get(`${portal}?done=finished`)).html).toContain('in garanzia fino al');
  expect((await get(job)).status).toBe(404);
});

test.each<[string, Record<string, string | string[]>, boolean]>([
  ['problems.hours', { hours: 'tante' }, true],
  ['cost', { cost: '-5' }, true],
  ['procedure', { procedure: ' ' }, true],
  ['photos', {}, false],
  ['materials', { 'quantities[]': ['', ''] }, true],
  ['materials', { 'materials[]': [randomUUID()], 'quantities[]': ['1'] }, true],
])(
  '%s is refused, what was typed and the pictures stay, nothing is written',
  async (_field, change, withPhoto) => {
    const { portal, number, caseId } = await scene();
    const answer = await post(
      `${portal}/${number}`,
      done({ note: 'Una <nota>', ...change }),
      withPhoto ? [await picture()] : [],
    );
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Una &lt;nota&gt;');
    expect(answer.html).toContain('alert-danger');
    expect(answer.html.includes('/drafts/')).toBe(withPhoto);
    expect(await at.db.getRepository(Repair).countBy({ caseId })).toBe(0);
    expect(await at.db.getRepository(Photo).countBy({ caseId })).toBe(0);
  },
);

test('a form of another shape is refused like any other', async () => {
  const { portal, number } = await scene();
  for (const odd of [
    'quantities[x]',
    'materials[a][b]',
    'procedure[]',
    'do[]',
    'draft[x]',
    'note[__proto__]',
  ])
    expect([odd, (await post(`${portal}/${number}`, done({ procedure: ' ', [odd]: 'x' }))).status]).toEqual([
      odd,
      422,
    ]);
});

test('a day that is over is refused; work that cannot be done goes back with its reason', async () => {
  const { portal, number, caseId, supplierId } = await scene();
  const late = await post(`${portal}/${number}`, { do: 'accept', day: '2020-01-01' });
  expect([late.status, await at.db.getRepository(SupplierJob).countBy({ caseId })]).toEqual([422, 0]);
  const back = await post(`${portal}/${number}`, {
    do: 'cannot',
    commandId: randomUUID(),
    note: 'Manca il mezzo',
  });
  expect(back.to).toBe(`${portal}?done=returned`);
  await until(() => at.db.getRepository(Case).findOneBy({ id: caseId, status: 'assigning' }));
  expect(
    await at.db.getRepository(ThreadMessage).countBy({ authorKind: 'supplier', authorId: supplierId }),
  ).toBe(1);
});

test('a supplier reaches its own work alone', async () => {
  const [mine, other] = [await scene(), await scene()];
  for (const path of [
    `${mine.portal}/${other.number}`,
    `${mine.portal}/AL-1`,
    '/s/FORGED',
    `/s/${'x'.repeat(5000)}`,
  ])
    expect((await get(path)).status).toBe(404);
  expect((await post(`${mine.portal}/${other.number}`, done(), [await picture()])).status).toBe(404);
  const [report] = await at.db.query('SELECT report_id AS id FROM membership WHERE case_id = $1', [
    other.caseId,
  ]);
  const photoId = randomUUID();
  await at.db.getRepository(Photo).insert({
    ...{
      id: photoId,
      reportId: report.id,
      purpose: 'report',
      width: 1,
      height: 1,
      bytes: 1,
      sha256: Buffer.alloc(32),
    },
  });
  expect((await get(`${mine.portal}/${mine.number}/photos/${photoId}`)).status).toBe(404);
});

test('work that the desk gave to somebody else meanwhile is refused by the case itself', async () => {
  const { portal, number, caseId, supplierId, command, town } = await scene();
  const { crewId } = await createCrewAndSupplier(at.db, town);
  await command('assign', { assignee: { kind: 'crew', id: crewId } });
  await until(() => at.db.getRepository(Case).findOneBy({ id: caseId, crewId }));
  // As if the list had not heard of it.
  await at.db.getRepository(Case).update(caseId, { supplierId });
  const answer = await post(`${portal}/${number}`, done(), [await picture()]);
  expect(answer.status).toBe(409);
  expect(await at.db.getRepository(Repair).countBy({ caseId })).toBe(0);
  expect(await at.db.getRepository(Photo).countBy({ caseId })).toBe(0);
});

test('a link that nobody needs any more is old; a replaced one is nothing', async () => {
  const { supplierId } = await createCrewAndSupplier(at.db, await createTown(at.db));
  const portal = await portalOf(supplierId);
  expect((await get(portal)).status).toBe(410);
  const { portal: open, supplierId: id } = await scene();
  const { body } = await admin.post(`/suppliers/${id}/link`);
  expect(new URL(body.url).pathname).toBe(open);
  const fresh = await admin.post(`/suppliers/${id}/new-link`);
  expect([(await get(open)).status, (await get(new URL(fresh.body.url).pathname)).status]).toEqual([
    404, 200,
  ]);
  const operator = await at.person('operator');
  expect((await operator.post(`/suppliers/${id}/link`)).status).toBe(403);
});

test('on one page each act has its own id: what is done is not taken for what was begun', async () => {
  const { portal, number, caseId } = await scene();
  const commandId = randomUUID();
  expect((await post(`${portal}/${number}`, { do: 'start', commandId })).status).toBe(303);
  const form = { ...done({ commandId }) };
  expect((await post(`${portal}/${number}`, form, [await picture()])).status).toBe(303);
  await until(() => at.db.getRepository(Case).findOneBy({ id: caseId, status: 'repaired' }));
});

test('a new link closes whatever the former one opened, and who works here no more answers nothing', async () => {
  const { portal, number, supplierId } = await scene();
  const opening = async (page: string) =>
    /href="(\/x\/[^"]+)"/.exec((await get(`${page}/${number}`)).html)![1]!;
  const former = await opening(portal);
  expect((await get(former)).status).toBe(200);
  await admin.post(`/suppliers/${supplierId}/new-link`);
  expect((await get(former)).status).toBe(404);
  const present = await opening(await portalOf(supplierId));
  expect((await get(present)).status).toBe(200);
  await at.db.getRepository(Supplier).update({ id: supplierId }, { active: false });
  expect((await get(present)).status).toBe(404);
  await at.db.getRepository(Supplier).update({ id: supplierId }, { active: true });
});

test('reports do not join a part, which has no citizens', async () => {
  const { caseId, command } = await scene();
  const water = await createTown(at.db);
  await command('open-part', {
    ...{ departmentId: water.departmentId, categoryId: water.categoryId, note: 'Tubo rotto' },
  });
  const part = await until(() => at.db.getRepository(Case).findOneBy({ partOf: caseId }));
  const [longitude, latitude] = part.location!.coordinates as [number, number];
  const near = { latitude, longitude, accuracy: 5, categoryId: water.categoryId, text: '' };
  expect((await findKnown(at.db, near)).map(({ number }) => number)).not.toContain(part.number);
  expect(await caseNear(at.db, part.number, near)).toBeNull();
});
