import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import sharp from 'sharp';
import { Case, Crew, type LogEntry, Membership, Note, Repair, Round, RoundStop } from '../../../db/entities';
import { startReportWorkflow } from '../../../temporal/starter';
import { devServerEnvironment } from '../../../temporal/testing';
import { startWork } from '../../../temporal/testing-work';
import {
  type Console,
  createReport,
  createTown,
  startConsole,
  type Town,
  until,
  type Visitor,
} from '../testing';

let temporal: TestWorkflowEnvironment;
let at: Console;
let stopWork: () => Promise<void>;
let town: Town;
let crewId: string;
let coordinator: Visitor;
let technician: Visitor;

beforeAll(async () => {
  temporal = await devServerEnvironment();
  at = await startConsole(temporal.client);
  stopWork = await startWork(temporal, at.db);
  town = await createTown(at.db);
  crewId = randomUUID();
  await at.db.getRepository(Crew).insert({
    ...{ id: crewId, departmentId: town.departmentId, name: 'Squadra 1' },
    depot: { type: 'Point', coordinates: [8.61, 44.9] },
  });
  coordinator = await at.person('coordinator', town.departmentId);
  technician = await at.person('technician', town.departmentId);
});
afterAll(async () => {
  await stopWork();
  await at.stop();
  await temporal.teardown();
});

const caseOf = (id: string) => at.db.getRepository(Case).findOneByOrFail({ id });
const command = (caseId: string, name: string, body: object = {}) =>
  coordinator.post(`/cases/${caseId}/commands`, { commandId: randomUUID(), name, ...body });

let places = 0;
async function openCase(): Promise<string> {
  // Far enough from one another to be different problems.
  const location = { type: 'Point' as const, coordinates: [8.6 + ++places / 100, 44.9] as [number, number] };
  const { id: reportId } = await createReport(at.db, town, { location });
  await startReportWorkflow({ client: temporal.client, db: at.db }, { reportId, emergency: 'none' });
  const { caseId } = await until(() => at.db.getRepository(Membership).findOneBy({ reportId }));
  await until(async () => (await caseOf(caseId)).version > 0);
  return caseId;
}
async function waitingCase(): Promise<string> {
  const caseId = await openCase();
  for (const name of ['verify', 'accept']) expect((await command(caseId, name)).status).toBe(200);
  return caseId;
}

/** A round of exactly these cases, handed over. */
async function dispatched(...cases: string[]): Promise<string> {
  const from = Date.now();
  const shift = {
    shiftFrom: new Date(from).toISOString(),
    shiftTo: new Date(from + 6 * 3_600_000).toISOString(),
  };
  const { id } = (await coordinator.post('/rounds', { crewId, ...shift })).body;
  await coordinator.put(`/rounds/${id}/stops`, { stops: cases.map((caseId) => ({ caseId })) });
  expect((await coordinator.post(`/rounds/${id}/dispatch`)).body.status).toBe('dispatched');
  for (const caseId of cases) await until(async () => (await caseOf(caseId)).crewId === crewId);
  return id;
}
const tell = (id: string, name: string, body: object = {}, who = technician) =>
  who.post(`/rounds/${id}/commands`, { commandId: randomUUID(), name, ...body });
const stopOf = (roundId: string, caseId: string) =>
  at.db.getRepository(RoundStop).findOneByOrFail({ roundId, caseId });
const work = { procedure: 'Asfalto a freddo', hours: 0.5, cost: 40 };
const materials = [{ material: 'Asfalto', quantity: 25, unit: 'kg' }];

test('a crew arrives, repairs and goes on; the case has its repair as from its own page', async () => {
  const [one, other] = [await waitingCase(), await waitingCase()];
  const id = await dispatched(one, other);
  expect(await at.db.getRepository(Round).findOneByOrFail({ id })).toMatchObject({
    startedAt: expect.any(Date),
  });
  expect((await tell(id, 'arrive', { caseId: one })).body).toEqual({ version: 2, refused: null });
  expect(await caseOf(one)).toMatchObject({ status: 'working' });
  const said = { commandId: randomUUID(), caseId: one, ...work, materials, note: 'Da rifare in primavera' };
  expect((await tell(id, 'done', said)).body).toEqual({ version: 3, refused: null });
  // Pressed twice.
  expect((await tell(id, 'done', said)).body).toEqual({ version: 3, refused: null });
  const page = (await coordinator.get(`/cases/${one}`)).body;
  expect(page).toMatchObject({
    status: 'repaired',
    repairs: [{ ...work, crewId, materials, words: said.note }],
  });
  expect(page.repairs).toHaveLength(1);

  const { body } = await technician.get(`/rounds/${id}`);
  expect(body).toMatchObject({ status: 'dispatched', mayPlan: false, mayDrive: true });
  expect(body.stops).toMatchObject([
    { caseId: one, status: 'done', words: said.note },
    { caseId: other, status: 'planned', arriveAt: expect.any(String) },
  ]);
  expect(body.timeline.map(({ name }: LogEntry) => name)).toEqual(['dispatched', 'arrived', 'done']);
  await tell(id, 'end');
});

test('what the form lacks is named, and nothing is written or said', async () => {
  const caseId = await waitingCase();
  const id = await dispatched(caseId);
  await tell(id, 'arrive', { caseId });
  const count = () => at.db.getRepository(Repair).count();
  const before = await count();
  const answer = await tell(id, 'done', { caseId, hours: 1 });
  expect([answer.status, Object.keys(answer.body.fields).sort()]).toEqual([422, ['cost', 'procedure']]);
  const other = await tell(id, 'not-possible', { caseId, reason: 'other' });
  expect([other.status, Object.keys(other.body.fields)]).toEqual([422, ['note']]);
  const photo = await tell(id, 'not-possible', { caseId, reason: 'weather', photoId: randomUUID() });
  expect([photo.status, Object.keys(photo.body.fields)]).toEqual([422, ['photoId']]);
  expect(await count()).toBe(before);
  expect(await stopOf(id, caseId)).toMatchObject({ status: 'arrived' });
});

test('a refused word leaves no rows', async () => {
  const caseId = await waitingCase();
  const id = await dispatched(caseId);
  const rows = async () => Promise.all([Repair, Note].map((entity) => at.db.getRepository(entity).count()));
  const before = await rows();
  const answer = await tell(id, 'done', { caseId, ...work, note: 'Mai arrivati' });
  expect([answer.status, answer.body.code]).toEqual([409, 'illegal-transition']);
  expect(await rows()).toEqual(before);
  const unknown = await tell(id, 'not-possible', { caseId: randomUUID(), reason: 'weather' });
  expect(unknown.body.code).toBe('not-in-round');
});

test('what is not possible goes back with its reason, words and picture, and the case says so', async () => {
  const caseId = await waitingCase();
  const id = await dispatched(caseId);
  const form = new FormData();
  form.set('purpose', 'on-site');
  const create = { width: 40, height: 30, channels: 3 as const, background: 'grey' };
  const picture = await sharp({ create }).jpeg().toBuffer();
  form.append('photos', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'a.jpg');
  const { photoId } = (await technician.send('POST', `/cases/${caseId}/photos`, form)).body;
  const said = { caseId, reason: 'vehicle-parked', note: 'Un furgone sopra la buca', photoId };
  expect((await tell(id, 'not-possible', said)).status).toBe(200);
  expect((await technician.get(`/rounds/${id}`)).body.stops).toMatchObject([{ photoId, words: said.note }]);
  expect(await caseOf(caseId)).toMatchObject({ status: 'assigning', crewId: null });
  const { timeline } = (await coordinator.get(`/cases/${caseId}`)).body;
  expect(timeline.at(-1)).toMatchObject({
    ...{ name: 'unassigned', words: said.note, actor: { id: technician.id } },
    data: { reason: 'vehicle-parked', roundId: id },
  });
});

test('an emergency that nobody has verified becomes the next stop with one click, and its place is made safe', async () => {
  const first = await waitingCase();
  const id = await dispatched(first);
  const emergency = await openCase();
  // As it is projected where also the workers for emergencies are.
  await at.db.getRepository(Case).update({ id: emergency }, { emergency: 'injured', band: 'P1' });
  const pool = (await coordinator.get(`/rounds/${id}/pool`)).body;
  expect(pool[0]).toMatchObject({ id: emergency, task: 'make-safe', band: 'P1' });
  expect((await tell(id, 'insert', { caseId: emergency })).status).toBe(403);
  expect((await tell(id, 'insert', { caseId: emergency }, coordinator)).body.refused).toBeNull();
  expect(await caseOf(emergency)).toMatchObject({ status: 'verifying', safety: 'ordered' });
  const { stops } = (await technician.get(`/rounds/${id}`)).body;
  expect(stops).toMatchObject([
    { caseId: emergency, task: 'make-safe', inserted: true },
    { caseId: first, task: 'repair', inserted: false },
  ]);
  expect(Date.parse(stops[0].arriveAt)).toBeLessThan(Date.parse(stops[1].arriveAt));
  await tell(id, 'arrive', { caseId: emergency });
  expect((await tell(id, 'done', { caseId: emergency, note: 'Transennato' })).body.refused).toBeNull();
  expect(await caseOf(emergency)).toMatchObject({ safety: 'done' });
});

test('a case is put into one round only, drafts let it go, and a refused one is free again', async () => {
  const [one, other, urgent] = [await waitingCase(), await waitingCase(), await waitingCase()];
  const [a, b] = [await dispatched(one), await dispatched(other)];
  const from = Date.now();
  const shift = {
    shiftFrom: new Date(from).toISOString(),
    shiftTo: new Date(from + 3_600_000).toISOString(),
  };
  const draft = (await coordinator.post('/rounds', { crewId, ...shift })).body.id;
  await coordinator.put(`/rounds/${draft}/stops`, { stops: [{ caseId: urgent }] });
  expect((await tell(a, 'insert', { caseId: urgent }, coordinator)).status).toBe(200);
  expect((await coordinator.get(`/rounds/${draft}`)).body.stops).toEqual([]);
  expect((await tell(b, 'insert', { caseId: urgent }, coordinator)).body.code).toBe('already-in-round');
  expect((await tell(a, 'insert', { caseId: urgent }, coordinator)).body.code).toBe('already-in-round');
  expect(await stopOf(a, urgent)).toMatchObject({ status: 'planned', inserted: true });
  expect((await tell(a, 'end', {}, coordinator)).status).toBe(200);
  expect((await tell(a, 'insert', { caseId: urgent }, coordinator)).body.code).toBe('round-over');
  expect((await tell(b, 'insert', { caseId: urgent }, coordinator)).status).toBe(200);
});

test('the coordinator changes the order under way, and sees when the crew comes', async () => {
  const [one, other] = [await waitingCase(), await waitingCase()];
  const id = await dispatched(one, other);
  expect((await tell(id, 'reorder', { order: [other, one] })).status).toBe(403);
  expect((await tell(id, 'reorder', { order: [other] }, coordinator)).body.code).toBe('conflict');
  expect((await tell(id, 'reorder', { order: [other, one] }, coordinator)).status).toBe(200);
  const { stops } = (await coordinator.get(`/rounds/${id}`)).body;
  expect(stops.map(({ caseId }: RoundStop) => caseId)).toEqual([other, one]);
  expect(Date.parse(stops[0].arriveAt)).toBeLessThan(Date.parse(stops[1].arriveAt));
});

test('what the desk has ended meanwhile is said at once', async () => {
  const caseId = await waitingCase();
  const id = await dispatched(caseId);
  expect((await command(caseId, 'close', { outcome: 'not-fixed', note: 'Strada chiusa' })).status).toBe(200);
  expect((await tell(id, 'arrive', { caseId })).body).toMatchObject({ refused: 'case-closed' });
  expect(await stopOf(id, caseId)).toMatchObject({ status: 'returned', refused: 'case-closed' });
});

test('the audit of a case names the rounds that it was in', async () => {
  const caseId = await waitingCase();
  const id = await dispatched(caseId);
  await tell(id, 'end', {}, coordinator);
  const auditor = await at.person('auditor');
  const workflows = await until(async () => {
    const { runs } = (await auditor.get(`/audit/${caseId}`)).body;
    const ids = runs.map(({ workflowId }: { workflowId: string }) => workflowId);
    return ids.includes(`round-${id}`) && ids;
  });
  expect(workflows).toContain(`case-${caseId}`);
  const { chains, entries } = (await auditor.get(`/audit/${caseId}`)).body;
  expect(chains).toContainEqual(expect.objectContaining({ chain: `round:${id}`, intact: true }));
  expect(entries.map(({ name }: LogEntry) => name)).toContain('dispatched');
});
