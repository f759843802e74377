import { MockActivityEnvironment } from '@temporalio/testing';
import { Case, LogEntry, Membership } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { createCaseActivities } from './case';
import { createReportActivities } from './report';
import {
  createReport,
  createTown,
  dependenciesOf,
  factOf,
  recordingSignals,
  stateOf,
  type Town,
} from './testing';

let database: TestDatabase;
let town: Town;
beforeAll(async () => {
  database = await createTestDatabase();
  town = await createTown(database.dataSource);
});
afterAll(() => database.drop());

function ports() {
  const dependencies = dependenciesOf(database.dataSource, recordingSignals());
  return { ...createCaseActivities(dependencies), ...createReportActivities(dependencies) };
}

const closed = (caseId: string, version: number) => ({
  state: stateOf(caseId, town, { version, status: 'closed', outcome: 'repaired' }),
  facts: [factOf('closed', { data: { outcome: 'repaired' } })],
});

test('opens a case at the place of the report, and the same one when asked again and at once', async () => {
  const db = database.dataSource;
  const report = await createReport(db, town, { danger: 3 });
  const { matchOrOpen } = ports();
  const answers = await Promise.all([1, 2, 3, 4].map(() => matchOrOpen(report.id)));
  const again = await matchOrOpen(report.id);
  expect(new Set([...answers, again]).size).toBe(1);
  expect(await db.getRepository(Membership).countBy({ reportId: report.id })).toBe(1);
  const row = await db.getRepository(Case).findOneByOrFail({ id: again });
  expect(row).toMatchObject({ status: 'verifying', danger: 3, version: 0, location: report.location });
  expect(row.number).toMatch(/^AL-C-\d{6}$/);
  expect(row.openedAt).toEqual(report.receivedAt);
  const links = await db.getRepository(LogEntry).findBy({ chain: `report:${report.id}`, name: 'attached' });
  expect(links.map(({ data }) => data)).toEqual([{ caseId: row.id, opened: true }]);
});

test('joins the case that it was said to belong to, and the one that this was merged into', async () => {
  const { matchOrOpen, mergeCase } = ports();
  const first = await matchOrOpen((await createReport(database.dataSource, town)).id);
  const joined = await createReport(database.dataSource, town, { joinsCaseId: first });
  expect(await matchOrOpen(joined.id)).toBe(first);

  const other = await matchOrOpen((await createReport(database.dataSource, town)).id);
  const order = { caseId: first, intoCaseId: other, mergeId: 'm', repairDueAt: null };
  await new MockActivityEnvironment().run(() => mergeCase(order));
  const late = await createReport(database.dataSource, town, { joinsCaseId: first });
  expect(await matchOrOpen(late.id)).toBe(other);
});

const nowhere = { kind: 'question', location: null, locationSource: null, address: null } as const;

test('a question about no place opens a case that is nowhere, and is where the first that joins it is', async () => {
  const db = database.dataSource;
  const { matchOrOpen } = ports();
  const caseId = await matchOrOpen((await createReport(db, town, nowhere)).id);
  const row = () => db.getRepository(Case).findOneByOrFail({ id: caseId });
  expect(await row()).toMatchObject({ kind: 'question', location: null, address: null });
  await matchOrOpen((await createReport(db, town, { ...nowhere, joinsCaseId: caseId })).id);
  expect((await row()).location).toBeNull();
  const alarm = await createReport(db, town, { joinsCaseId: caseId, emergency: 'injured' });
  await matchOrOpen(alarm.id);
  expect(await row()).toMatchObject({ location: alarm.location, address: 'Via Roma 12' });
  const elsewhere = { type: 'Point' as const, coordinates: [8.7, 44.95] as [number, number] };
  await matchOrOpen((await createReport(db, town, { joinsCaseId: caseId, location: elsewhere })).id);
  expect((await row()).location).toEqual(alarm.location);
});

test('a problem is somewhere, whatever the program does', async () => {
  const report = createReport(database.dataSource, town, { ...nowhere, kind: 'problem' });
  await expect(report).rejects.toThrow('report_problem_somewhere');
});

test('a report that comes after the close opens a case of its own', async () => {
  const { matchOrOpen, readMembers, closeCase } = ports();
  const caseId = await matchOrOpen((await createReport(database.dataSource, town)).id);
  await readMembers(caseId);
  expect(await closeCase(closed(caseId, 3))).toEqual({ closed: true });
  const late = await createReport(database.dataSource, town, { joinsCaseId: caseId });
  expect(await matchOrOpen(late.id)).not.toBe(caseId);
  expect(await closeCase(closed(caseId, 3))).toEqual({ closed: true });
});

test('attaching and closing at once: the member is read by the case or finds it closed, never lost', async () => {
  const { matchOrOpen, readMembers, closeCase } = ports();
  const db = database.dataSource;
  const seen = { attached: 0, refused: 0 };
  for (let round = 0; round < 12; round++) {
    const caseId = await matchOrOpen((await createReport(db, town)).id);
    await readMembers(caseId);
    const joining = await createReport(db, town, { joinsCaseId: caseId });
    const attach = () => matchOrOpen(joining.id);
    const close = () => closeCase(closed(caseId, 3));
    const [a, b] =
      round % 2 === 0
        ? await Promise.all([attach(), close()])
        : ((await Promise.all([close(), attach()])).reverse() as never as [string, { closed: boolean }]);
    const attached = a === caseId;
    expect(b.closed).toBe(!attached);
    const row = await db.getRepository(Case).findOneByOrFail({ id: caseId });
    expect(row.status).toBe(attached ? 'verifying' : 'closed');
    seen[attached ? 'attached' : 'refused'] += 1;
    if (attached) {
      expect((await readMembers(caseId)).members).toBe(2);
      expect(await closeCase(closed(caseId, 4))).toEqual({ closed: true });
    }
  }
  expect(seen.attached + seen.refused).toBe(12);
});

test('an emergency that attaches to a closing case unread gets a case of its own, everybody else waits', async () => {
  const db = database.dataSource;
  const signals = recordingSignals();
  const { closeCase, readMembers } = createCaseActivities(dependenciesOf(db, signals));
  const { matchOrOpen } = ports();
  const caseId = await matchOrOpen((await createReport(db, town)).id);
  await readMembers(caseId);
  const alarm = await createReport(db, town, { joinsCaseId: caseId, emergency: 'injured' });
  expect(await matchOrOpen(alarm.id)).toBe(caseId);
  expect(await closeCase(closed(caseId, 3))).toEqual({ closed: true });
  const own = (await db.getRepository(Membership).findOneByOrFail({ reportId: alarm.id })).caseId;
  expect(own).not.toBe(caseId);
  expect(await db.getRepository(Case).findOneByOrFail({ id: own })).toMatchObject({
    ...{ status: 'verifying', emergency: 'injured' },
  });
  const told = [
    { to: `case-${own}`, signal: 'members', args: [] },
    { to: `report-${alarm.id}`, signal: 'moved', args: [{ caseId: own }] },
  ];
  expect(signals.said).toEqual(told);
  // The answer was lost: the same again, and nothing is opened twice.
  expect(await closeCase(closed(caseId, 3))).toEqual({ closed: true });
  expect(signals.said).toEqual([...told, ...told]);
  const links = await db.getRepository(LogEntry).findBy({ chain: `report:${alarm.id}`, name: 'attached' });
  expect(links.map(({ data }) => data?.caseId)).toEqual([caseId, own]);
});
