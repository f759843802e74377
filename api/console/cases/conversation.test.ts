import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  Agency,
  Case,
  Handover,
  LogEntry,
  Message,
  Note,
  Question,
  SlaPolicy,
  ThreadMessage,
} from '../../../db/entities';
import { startReportWorkflow } from '../../../temporal/starter';
import { devServerEnvironment } from '../../../temporal/testing';
import { startWork } from '../../../temporal/testing-work';
import {
  type Console,
  createCrewAndSupplier,
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
let admin: Visitor;

beforeAll(async () => {
  temporal = await devServerEnvironment();
  at = await startConsole(temporal.client);
  const days = { minutes: 10 * 24 * 60, mode: 'clock' as const, remindBefore: null, grace: null };
  await at.db.getRepository(SlaPolicy).insert({
    ...{ id: randomUUID(), name: 'ordinary', urgency: 'ordinary' },
    targets: { targets: { repair: days, rating: days, handover: days }, maxPauseMinutes: 10 * 24 * 60 },
  });
  stopWork = await startWork(temporal, at.db);
  admin = await at.person('admin');
});
afterAll(async () => {
  await stopWork();
  await at.stop();
  await temporal.teardown();
});

/** An accepted case of a department of its own, and another department. */
async function scene() {
  const [town, water] = [await createTown(at.db), await createTown(at.db)];
  const { id: reportId } = await createReport(at.db, town);
  await startReportWorkflow({ client: temporal.client, db: at.db }, { reportId, emergency: 'none' });
  const { id: caseId } = await until(() =>
    at.db.getRepository(Case).findOneBy({ departmentId: town.departmentId }),
  );
  for (const name of ['verify', 'accept']) await done(caseId, { name });
  return { town, water, caseId, reportId };
}

const give = (caseId: string, body: object, who = admin) =>
  who.post(`/cases/${caseId}/commands`, { commandId: randomUUID(), ...body });
async function done(caseId: string, body: object, who = admin): Promise<void> {
  const { status, body: answer } = await give(caseId, body, who);
  expect([status, answer.code, answer.fields]).toEqual([200, undefined, undefined]);
}
const inAnHour = () => Date.now() + 3_600_000;
const rowOf = (caseId: string) => at.db.getRepository(Case).findOneByOrFail({ id: caseId });
const factsOf = (caseId: string, name: string) =>
  at.db.getRepository(LogEntry).findBy({ chain: `case:${caseId}`, name });
const askedIn = (caseId: string) => at.db.getRepository(Question).findOneByOrFail({ caseId });
const department = ({ departmentId: id }: Town) => ({ kind: 'department', id });

test('a question to another department is read and answered there, once, and the case goes on', async () => {
  const { water, caseId } = await scene();
  const plumber = await at.person('technician', water.departmentId);
  expect((await plumber.get(`/cases/${caseId}`)).status).toBe(404);
  const note = 'Di chi è il tubo sotto la buca?';
  await done(caseId, { name: 'ask', of: department(water), dueAt: inAnHour(), note });
  expect(await rowOf(caseId)).toMatchObject({
    openQuestions: 1,
    paused: true,
    involved: [water.departmentId],
  });
  const { id } = await askedIn(caseId);
  expect((await plumber.get(`/cases/${caseId}`)).status).toBe(200);
  // Their own inbox is their own work; what they were asked is found by itself.
  const asked = async () =>
    (await plumber.get('/cases?askedOfUs=true')).body as { id: string; unread: boolean }[];
  expect((await plumber.get('/cases')).body).toEqual([]);
  expect((await asked()).map(({ id, unread }) => [id, unread])).toEqual([[caseId, true]]);
  const [thread] = (await plumber.get(`/cases/${caseId}/threads`)).body;
  expect((await plumber.post(`/cases/${caseId}/threads/${thread.id}/read`)).status).toBe(200);
  expect((await asked())[0]?.unread).toBe(false);
  expect(thread).toMatchObject({
    kind: 'department',
    messages: [{ words: note, question: { id, status: 'open' } }],
  });

  const said = await plumber.post(`/cases/${caseId}/questions/${id}/answer`, { words: 'È nostro.' });
  expect(said.status).toBe(201);
  await until(async () => (await rowOf(caseId)).openQuestions === 0);
  expect(await asked()).toEqual([]);
  expect(await askedIn(caseId)).toMatchObject({ status: 'answered', toldAt: expect.any(Date) });
  expect((await rowOf(caseId)).paused).toBe(false);
  const again = await plumber.post(`/cases/${caseId}/questions/${id}/answer`, { words: 'Sì.' });
  expect([again.status, again.body.code]).toEqual([409, 'question-closed']);
  expect(await at.db.getRepository(ThreadMessage).countBy({ threadId: thread.id })).toBe(2);
});

test('whoever is not asked neither reads nor answers', async () => {
  const { water, caseId } = await scene();
  const stranger = await at.person('coordinator', (await createTown(at.db)).departmentId);
  await done(caseId, { name: 'ask', of: department(water), dueAt: inAnHour(), note: 'Di chi è?' });
  const { id } = await askedIn(caseId);
  expect((await stranger.get(`/cases/${caseId}/threads`)).status).toBe(404);
  const answer = await stranger.post(`/cases/${caseId}/questions/${id}/answer`, { words: 'Mio!' });
  expect(answer.status).toBe(404);
  const oversight = await at.person('auditor');
  expect((await oversight.post(`/cases/${caseId}/questions/${id}/answer`, { words: 'x' })).status).toBe(403);
  expect((await askedIn(caseId)).answerId).toBeNull();
});

test('a citizen, a supplier and an agency are written to with what is asked, and no history holds a word of it', async () => {
  const { caseId, reportId, town } = await scene();
  const { supplierId } = await createCrewAndSupplier(at.db, town);
  const agencyId = randomUUID();
  await at.db.getRepository(Agency).insert({
    ...{
      id: agencyId,
      name: agencyId,
      webhookUrl: 'https://a.example',
      secret: 'whsec_x',
      email: 'a@example.org',
    },
  });
  for (const of of [
    { kind: 'supplier', id: supplierId },
    { kind: 'agency', id: agencyId },
    { kind: 'citizen', id: reportId },
  ])
    await done(caseId, { name: 'ask', of, dueAt: inAnHour(), note: 'Parola segreta' });
  const mails = await at.db.getRepository(Message).findBy({ caseId, event: 'question' });
  expect(mails.map(({ recipientKind }) => recipientKind).sort()).toEqual(['agency', 'supplier']);
  const history = await temporal.client.workflow.getHandle(`case-${caseId}`).fetchHistory();
  expect(JSON.stringify(history)).not.toContain(
    Buffer.from('Parola segreta').toString('base64').slice(0, 12),
  );
  const wrong = await give(caseId, {
    name: 'ask',
    of: { kind: 'citizen', id: randomUUID() },
    dueAt: inAnHour(),
    note: 'x',
  });
  expect([wrong.status, Object.keys(wrong.body.fields)]).toEqual([422, ['of']]);
});

test('an offer is answered by whom it was made to, and the case is theirs', async () => {
  const { town, water, caseId } = await scene();
  const [own, theirs] = [
    await at.person('coordinator', town.departmentId),
    await at.person('coordinator', water.departmentId),
  ];
  const to = department(water);
  await done(caseId, { name: 'hand-over', to, categoryId: water.categoryId, note: 'È acqua' }, own);
  const { id: handoverId } = await at.db.getRepository(Handover).findOneByOrFail({ caseId });
  const answer = { name: 'answer-handover', handoverId, taken: true };
  expect((await give(caseId, answer, own)).status).toBe(404);
  expect((await give(caseId, { ...answer, taken: false }, theirs)).status).toBe(422);
  await done(caseId, answer, theirs);
  expect(await rowOf(caseId)).toMatchObject({ departmentId: water.departmentId, status: 'assigning' });
  expect((await at.db.getRepository(Handover).findOneByOrFail({ caseId })).status).toBe('taken');
  // Whoever has handed it over goes on seeing it, and commands it no more.
  expect((await own.get(`/cases/${caseId}`)).body.allowed).toEqual([]);
});

test('a part is a case of the other department at the same place, and the whole waits for it', async () => {
  const { town, water, caseId } = await scene();
  await done(caseId, {
    ...{ name: 'open-part', departmentId: water.departmentId, categoryId: water.categoryId },
    note: 'Prima il tubo',
  });
  const part = await until(() => at.db.getRepository(Case).findOneBy({ partOf: caseId }));
  expect(part).toMatchObject({ departmentId: water.departmentId, status: 'accepting', members: 0 });
  expect(part.location).toEqual((await rowOf(caseId)).location);
  const { crewId } = await createCrewAndSupplier(at.db, town);
  await done(caseId, { name: 'assign', assignee: { kind: 'crew', id: crewId } });
  const repair = { name: 'mark-repaired', procedure: 'Asfalto', hours: 1, cost: 0, crewId };
  expect((await give(caseId, repair)).body.code).toBe('parts-open');
  await until(async () => (await factsOf(part.id, 'opened')).length === 1);
  await done(part.id, { name: 'reject', reason: 'not-ours', note: 'Non è acqua' });
  await until(async () => (await factsOf(caseId, 'part-ended')).length === 1);
  await done(caseId, repair);
});

test('words to somebody open a thread, are mailed to the other side, and count as new until they are read', async () => {
  const { town, water, caseId, reportId } = await scene();
  const [own, theirs] = [
    await at.person('coordinator', town.departmentId),
    await at.person('coordinator', water.departmentId),
  ];
  const write = (who: Visitor, to: object, words: string) =>
    who.post(`/cases/${caseId}/messages`, { to, words });
  const to = department(water);
  expect((await write(own, to, 'Passate voi?')).status).toBe(201);
  expect((await write(theirs, to, 'Domani.')).status).toBe(201);
  const [thread] = (await own.get(`/cases/${caseId}/threads`)).body;
  expect(thread.messages.map(({ words }: { words: string }) => words)).toEqual(['Passate voi?', 'Domani.']);
  expect(thread.unread).toBe(1);
  await own.post(`/cases/${caseId}/threads/${thread.id}/read`, {});
  expect((await own.get(`/cases/${caseId}/threads`)).body[0].unread).toBe(0);
  const mails = await at.db.getRepository(Message).findBy({ caseId, event: 'thread-message' });
  expect(mails.map(({ recipientId }) => recipientId).sort()).toEqual([own.id, theirs.id].sort());
  expect(await factsOf(caseId, 'said')).toHaveLength(2);

  const citizen = { kind: 'citizen', id: reportId };
  expect((await write(own, citizen, 'Grazie della segnalazione.')).status).toBe(201);
  const nobody = await write(own, { kind: 'citizen', id: randomUUID() }, 'x');
  expect([nobody.status, Object.keys(nobody.body.fields)]).toEqual([422, ['to']]);
  const stranger = await at.person('coordinator', (await createTown(at.db)).departmentId);
  expect((await write(stranger, to, 'Ciao')).status).toBe(404);
  expect((await stranger.post(`/cases/${caseId}/threads/${thread.id}/read`, {})).status).toBe(404);
});

test('an answer is due within a year', async () => {
  const { water, caseId } = await scene();
  const never = await give(caseId, { name: 'ask', of: department(water), dueAt: 8.64e15, note: 'x' });
  expect([never.status, Object.keys(never.body.fields)]).toEqual([422, ['dueAt']]);
});

test('a question that is refused leaves neither words nor rows', async () => {
  const { water, caseId } = await scene();
  await done(caseId, { name: 'reject', reason: 'not-ours', note: 'Non è nostro' });
  const notes = await at.db.getRepository(Note).count();
  const late = await give(caseId, { name: 'ask', of: department(water), dueAt: inAnHour(), note: 'E ora?' });
  expect(late.body.code).toBe('case-closed');
  expect(await at.db.getRepository(Note).count()).toBe(notes);
  expect(await at.db.getRepository(Question).countBy({ caseId })).toBe(0);
});

test('an external body that took the work is who repaired it', async () => {
  const { caseId, town } = await scene();
  const agencyId = randomUUID();
  const given = { webhookUrl: 'https://a.example', secret: 'whsec_x', email: 'a@example.org' };
  await at.db.getRepository(Agency).insert({ id: agencyId, name: agencyId, ...given });
  await done(caseId, {
    name: 'assign',
    assignee: { kind: 'crew', id: (await createCrewAndSupplier(at.db, town)).crewId },
  });
  await done(caseId, { name: 'hand-over', to: { kind: 'agency', id: agencyId }, note: 'Il ponte è vostro' });
  const { id: handoverId } = await at.db.getRepository(Handover).findOneByOrFail({ caseId });
  await done(caseId, { name: 'answer-handover', handoverId, taken: true });
  const repaired = { name: 'mark-repaired', procedure: 'Parapetto', hours: 3, cost: 0 };
  const { crewId } = await createCrewAndSupplier(at.db, town);
  expect((await give(caseId, { ...repaired, agencyId, crewId })).status).toBe(422);
  expect((await give(caseId, { ...repaired, agencyId: crewId })).body.fields).toHaveProperty('agencyId');
  await done(caseId, { ...repaired, agencyId });
  const { body } = await admin.get(`/cases/${caseId}`);
  expect([body.agencyId, body.repairs[0].agencyId, body.repairs[0].crewId]).toEqual([
    agencyId,
    agencyId,
    null,
  ]);
});
