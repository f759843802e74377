import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Case, LogEntry, Note, Qualification, Repair, RepairMaterial, SlaPolicy } from '../../../db/entities';
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
  const hour = { minutes: 60, mode: 'clock' as const, remindBefore: null, grace: null };
  await at.db.getRepository(SlaPolicy).insert({
    ...{ id: randomUUID(), name: 'ordinary', urgency: 'ordinary' },
    targets: { targets: { repair: hour, rating: hour }, maxPauseMinutes: 0 },
  });
  stopWork = await startWork(temporal, at.db);
  admin = await at.person('admin');
});
afterAll(async () => {
  await stopWork();
  await at.stop();
  await temporal.teardown();
});

/** A case of a department of its own, opened by its report. */
async function openCase(): Promise<Town & { caseId: string }> {
  const town = await createTown(at.db);
  const { id: reportId } = await createReport(at.db, town);
  await startReportWorkflow({ client: temporal.client, db: at.db }, { reportId, emergency: 'none' });
  const row = await until(() => at.db.getRepository(Case).findOneBy({ departmentId: town.departmentId }));
  return { ...town, caseId: row.id };
}

const give = (caseId: string, body: object, who = admin) =>
  who.post(`/cases/${caseId}/commands`, { commandId: randomUUID(), ...body });

const factsOf = async (caseId: string, name: string) =>
  at.db.getRepository(LogEntry).findBy({ chain: `case:${caseId}`, name });

/** Everything that a command can leave behind for a case. */
const rows = async () =>
  Promise.all(
    [Note, Repair, RepairMaterial, Qualification].map((entity) => at.db.getRepository(entity).count()),
  );

test('an accepted command answers with the case’s new status; repeated it answers the same and acts once', async () => {
  const { caseId } = await openCase();
  const verify = { name: 'verify', commandId: randomUUID(), note: 'È vero.' };
  const first = await give(caseId, verify);
  expect([first.status, first.body]).toEqual([200, { status: 'accepting', version: expect.any(Number) }]);
  const again = await give(caseId, verify);
  expect([again.status, again.body]).toEqual([200, first.body]);
  const facts = await until(async () => {
    const found = await factsOf(caseId, 'verified');
    return found.length > 0 && found;
  });
  expect(facts).toMatchObject([{ actorId: admin.id, data: { commandId: verify.commandId } }]);
  expect(await at.db.getRepository(Note).findOneByOrFail({ id: facts[0]?.noteId as string })).toMatchObject({
    body: verify.note,
  });
});

test('a repair is told, judged and closed, each with its rows', async () => {
  const { caseId, categoryId, departmentId } = await openCase();
  const { crewId } = await createCrewAndSupplier(at.db, { departmentId } as Town);
  const technician = await at.person('technician', departmentId);
  for (const body of [
    { name: 'verify' },
    { name: 'accept' },
    { name: 'assign', assignee: { kind: 'crew', id: crewId } },
  ])
    expect([body.name, (await give(caseId, body)).status]).toEqual([body.name, 200]);
  expect((await give(caseId, { name: 'start' }, technician)).body.status).toBe('working');

  const asphalt = { material: 'Asfalto a freddo', quantity: 2.5, unit: 'sacchi' };
  const repair = {
    ...{ name: 'mark-repaired', commandId: randomUUID(), note: 'Fatto.' },
    ...{ procedure: 'Ripristino del manto', hours: 1.5, cost: 120.4, crewId },
    materials: [asphalt, { material: 'Ghiaia', quantity: 1, unit: 'm³' }],
  };
  for (const _twice of [1, 2]) expect((await give(caseId, repair, technician)).body.status).toBe('repaired');
  const [row, ...others] = await at.db.getRepository(Repair).findBy({ caseId });
  expect(others).toEqual([]);
  expect(row).toMatchObject({ crewId, supplierId: null, hours: '1.50', cost: '120.40', cycle: 1 });
  expect(row).toMatchObject({ procedure: repair.procedure, recordedBy: technician.id });
  const materials = await at.db
    .getRepository(RepairMaterial)
    .find({ where: { repairId: row?.id as string }, order: { material: 'ASC' } });
  expect(materials).toMatchObject([{ ...asphalt, quantity: '2.500' }, { material: 'Ghiaia' }]);

  const judged = { categoryRight: true, dangerRight: false, descriptionRight: true, timely: true };
  const qualify = { name: 'qualify', real: true, danger: 1, categoryId, ...judged };
  expect((await give(caseId, qualify, technician)).body.status).toBe('rating');
  const qualifications = await at.db.getRepository(Qualification).findBy({ caseId });
  expect(qualifications).toMatchObject([{ ...judged, danger: 1, recordedBy: technician.id, noteId: null }]);

  expect((await give(caseId, { name: 'close', outcome: 'not-fixed', note: 'No' })).body.code).toBe(
    'illegal-transition',
  );
  expect((await give(caseId, { name: 'close', outcome: 'repaired' })).body.status).toBe('closed');
  expect((await give(caseId, { name: 'start' })).body.code).toBe('case-closed');
});

test('an illegal command is refused in the person’s language and leaves no rows', async () => {
  const { caseId, departmentId } = await openCase();
  const { crewId } = await createCrewAndSupplier(at.db, { departmentId } as Town);
  const before = await rows();
  const material = { material: 'Ghiaia', quantity: 1, unit: 'm³' };
  const repair = {
    ...{ name: 'mark-repaired', note: 'Fatto.', procedure: 'Ripristino', hours: 1, cost: 1, crewId },
    materials: [material],
  };
  const english = await give(caseId, repair);
  expect([english.status, english.body]).toEqual([
    409,
    {
      code: 'illegal-transition',
      message: 'The case does not allow this now: perhaps somebody has just changed it.',
    },
  ]);
  await admin.put('/session/locale', { locale: 'it' });
  const italian = await give(caseId, { name: 'resume', pauseId: randomUUID() });
  await admin.put('/session/locale', { locale: 'en' });
  expect(italian.body.message).toBe(
    'In questo momento il caso non lo permette: forse qualcuno lo ha appena cambiato.',
  );
  expect(await rows()).toEqual(before);
});

test('a refused command takes nothing away that another case’s command of the same id has written', async () => {
  const [one, other] = [await openCase(), await openCase()];
  const commandId = randomUUID();
  const reject = { name: 'reject', commandId, reason: 'not-ours', note: 'È della Provincia.' };
  expect((await give(one.caseId, reject)).body.status).toBe('rejected');
  const before = await rows();
  expect((await give(other.caseId, { name: 'resume', commandId, pauseId: randomUUID() })).status).toBe(409);
  expect(await rows()).toEqual(before);
  expect((await give(other.caseId, reject)).body.status).toBe('rejected');
  const [entry] = await until(async () => {
    const found = await factsOf(other.caseId, 'rejected');
    return found.length > 0 && found;
  });
  const note = await at.db.getRepository(Note).findOneByOrFail({ id: entry?.noteId as string });
  expect(note.body).toBe(reject.note);
});

test('the wrong department, case, field or reference is told before anything is written', async () => {
  const { caseId, departmentId, categoryId } = await openCase();
  const elsewhere = await openCase();
  const before = await rows();
  const stranger = await at.person('coordinator', elsewhere.departmentId);
  const note = 'Perché sì';
  expect((await give(caseId, { name: 'verify', note }, stranger)).body.code).toBe('not-found');
  expect((await give(randomUUID(), { name: 'verify', note })).status).toBe(404);

  const wrong: [object, string[]][] = [
    [{ name: 'verify', note, actor: { kind: 'system', id: null } }, ['actor']],
    [{ name: 'pay', note }, ['name']],
    [{ name: 'verify', note, commandId: 'x' }, ['commandId']],
    [{ name: 'verify', note: 'a\0b' }, ['note']],
    [{ name: 'verify', note: 'a\ud800' }, ['note']],
    [{ name: 'verify', note, danger: 5 }, ['danger']],
    [{ name: 'verify', note, categoryId: elsewhere.categoryId }, ['categoryId']],
    [{ name: 'reject', reason: 'bored' }, ['note', 'reason']],
    [{ name: 'reroute', note, departmentId, categoryId: elsewhere.categoryId }, ['categoryId']],
    [{ name: 'merge', note, intoCaseId: randomUUID() }, ['intoCaseId']],
    [{ name: 'close', outcome: 'not-fixed' }, ['note']],
    [{ name: 'pause', note, reason: 'citizen', until: Date.now() - 1000 }, ['until']],
    [{ name: 'assign', assignee: { kind: 'crew', id: categoryId } }, ['assignee']],
  ];
  for (const [body, fields] of wrong) {
    const answer = await give(caseId, body);
    expect([body, answer.status, Object.keys(answer.body.fields ?? {}).sort()]).toEqual([body, 422, fields]);
  }
  expect(await rows()).toEqual(before);
});

test('without a worker a command is not confirmed yet; sent again once there is one it is, and acts once', async () => {
  const { caseId } = await openCase();
  await stopWork();
  const verify = { name: 'verify', commandId: randomUUID(), note: 'È vero.' };
  const answers = [await give(caseId, verify), await give(caseId, verify)];
  stopWork = await startWork(temporal, at.db);
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
    Array(2).fill([202, 'not-confirmed-yet']),
  );
  const confirmed = await until(async () => {
    const answer = await give(caseId, verify);
    return answer.status === 200 && answer.body;
  });
  expect(confirmed.status).toBe('accepting');
  await until(async () => (await factsOf(caseId, 'verified')).length > 0);
  expect(await factsOf(caseId, 'verified')).toHaveLength(1);
});
