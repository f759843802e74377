import { randomUUID } from 'node:crypto';
import { LogEntry, Note, Person, Report } from '../../db/entities';
import { type Console, createReport, createTown, startConsole } from './testing';

let at: Console;
beforeAll(async () => {
  at = await startConsole();
});
afterAll(() => at.stop());

async function citizen() {
  const id = randomUUID();
  const email = `${id}@cittadini.example`;
  await at.db.getRepository(Person).insert({ id, email });
  const report = await createReport(at.db, await createTown(at.db));
  await at.db.getRepository(Report).update(report.id, { personId: id });
  return { id, email, reportId: report.id };
}

test('an administrator finds a person by the exact address, hands the data out and erases them', async () => {
  const { id, email, reportId } = await citizen();
  const admin = await at.person('admin');
  const found = await admin.post('/people/search', { email: ` ${email.toUpperCase()} ` });
  expect([found.status, found.body]).toMatchObject([200, [{ id, email, reports: 1, confirmedAt: null }]]);
  expect((await admin.post('/people/search', { email: 'cittadini.example' })).status).toBe(422);

  const exported = await admin.get(`/people/${id}/export`);
  expect(exported.headers.get('content-disposition')).toContain(`${id}.json`);
  expect(exported.body.reports).toMatchObject([{ reportId }]);

  expect((await admin.post(`/people/${id}/erase`, { note: 'Lo ha chiesto per lettera' })).body).toMatchObject(
    { reports: 1 },
  );
  expect((await admin.post('/people/search', { email })).body).toEqual([]);
  expect((await admin.post(`/people/${id}/erase`)).status).toBe(422);
  const log = await at.db.getRepository(LogEntry).find({
    where: { chain: 'settings', actorId: admin.id },
    order: { seq: 'ASC' },
  });
  expect(log.map(({ name, data }) => [name, data])).toEqual([
    ['person-exported', { personId: id }],
    ['person-erased', { personId: id }],
  ]);
  const why = await at.db.getRepository(Note).findOneByOrFail({ id: log[1]!.noteId! });
  expect(why.body).toBe('Lo ha chiesto per lettera');
});

test.each(['operator', 'coordinator', 'auditor', 'management'] as const)('%s may not', async (role) => {
  const { id, email } = await citizen();
  const somebody = await at.person(role);
  expect((await somebody.post('/people/search', { email })).status).toBe(403);
  expect((await somebody.get(`/people/${id}/export`)).status).toBe(403);
  expect((await somebody.post(`/people/${id}/erase`)).status).toBe(403);
  expect(await at.db.getRepository(Person).existsBy({ id, email })).toBe(true);
});
