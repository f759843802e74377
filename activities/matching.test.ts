import { MockActivityEnvironment } from '@temporalio/testing';
import { Case, CaseSuggestion, LogEntry, Membership, type Report } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { JOIN, SUGGEST } from '../domain/grouping/score';
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
  expect(links.map(({ data }) => data)).toEqual([{ caseId: row.id, opened: true, by: 'opening' }]);
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

describe('reports of one problem', () => {
  const place = (longitude: number, latitude: number) => ({
    location: { type: 'Point' as const, coordinates: [longitude, latitude] as [number, number] },
  });
  const text = 'Buca profonda davanti al civico 12, in mezzo alla corsia';
  const where = place(8.7701, 44.8801);
  const near = place(8.77013, 44.88012);

  test('near, alike and at the same time become one case, and the report says how', async () => {
    const db = database.dataSource;
    const { matchOrOpen } = ports();
    const first = await createReport(db, town, { ...where, text });
    const caseId = await matchOrOpen(first.id);
    const second = await createReport(db, town, { ...near, text: 'Una buca profonda davanti al civico 12' });
    expect(await matchOrOpen(second.id)).toBe(caseId);
    const [link] = await db
      .getRepository(LogEntry)
      .findBy({ chain: `report:${second.id}`, name: 'attached' });
    expect(link!.data).toMatchObject({ caseId, opened: false, by: 'likeness' });
    expect(Number(link!.data.score)).toBeGreaterThanOrEqual(JOIN);
  });

  test('that may be the same are suggested, and a question is not', async () => {
    const db = database.dataSource;
    const { matchOrOpen } = ports();
    const here = place(8.7601, 44.8701);
    const caseId = await matchOrOpen((await createReport(db, town, { ...here, text: '' })).id);
    const other = await matchOrOpen(
      (await createReport(db, town, { ...place(8.7603, 44.8702), text: '' })).id,
    );
    expect(other).not.toBe(caseId);
    const [suggestion] = await db.getRepository(CaseSuggestion).findBy({ caseId: other });
    expect(suggestion).toMatchObject({ otherCaseId: caseId, dismissedAt: null });
    expect(suggestion!.score).toBeGreaterThanOrEqual(SUGGEST);
    const question = await createReport(db, town, { ...here, kind: 'question' });
    expect(await matchOrOpen(question.id)).not.toBe(caseId);
  });

  test('two hundred at the same time make exactly one case', async () => {
    const db = database.dataSource;
    const { matchOrOpen } = ports();
    const reports: Report[] = [];
    for (let n = 0; n < 200; n++) reports.push(await createReport(db, town, { ...place(8.75, 44.86), text }));
    const cases = await Promise.all(reports.map(({ id }) => matchOrOpen(id)));
    expect(new Set(cases).size).toBe(1);
    expect(await db.getRepository(Membership).countBy({ caseId: cases[0]! })).toBe(200);
  });

  test('of what was repaired, it is a case of its own that says what has come back', async () => {
    const db = database.dataSource;
    const { matchOrOpen } = ports();
    const at = place(8.7401, 44.8501);
    const repaired = await matchOrOpen((await createReport(db, town, { ...at, text })).id);
    await db.query("UPDATE cases SET status = 'rating', outcome = 'repaired' WHERE id = $1", [repaired]);
    const said = await createReport(db, town, { ...at, text, joinsCaseId: repaired });
    const back = await matchOrOpen(said.id);
    await db.query("UPDATE cases SET status = 'closed', closed_at = now() WHERE id = $1", [back]);
    const row = (id: string) => db.getRepository(Case).findOneByOrFail({ id });
    expect(await row(back)).toMatchObject({ recurrenceOf: repaired });

    await db.query(
      "UPDATE cases SET status = 'closed', closed_at = now() - interval '400 days' WHERE id IN ($1, $2)",
      [repaired, back],
    );
    const late = await matchOrOpen((await createReport(db, town, { ...at, text })).id);
    expect(await row(late)).toMatchObject({ recurrenceOf: null });
    await db.query("UPDATE cases SET status = 'closed', outcome = 'not-fixed' WHERE id = $1", [late]);
    await db.query("UPDATE cases SET closed_at = now() - interval '30 days' WHERE id = $1", [repaired]);
    const again = await matchOrOpen((await createReport(db, town, { ...at, text })).id);
    expect(await row(again)).toMatchObject({ recurrenceOf: repaired });
  });
});
