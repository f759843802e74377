import { randomUUID } from 'node:crypto';
import { Case, LogEntry, Membership, type Report, SplitOrder } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import type { PartOrder } from '../workflows/case/ports';
import { matchOrOpen } from './matching';
import { readMembers } from './members';
import { mergeCase } from './moves';
import { partMembers, takeBackAgain } from './parting';
import {
  caseWith,
  createReport,
  createTown,
  dependenciesOf,
  orderOf,
  recordingSignals,
  type Town,
} from './testing';

let database: TestDatabase;
let town: Town;
beforeAll(async () => {
  database = await createTestDatabase();
  town = await createTown(database.dataSource);
});
afterAll(() => database.drop());

const membersOf = async (caseId: string) => {
  const rows = await database.dataSource.getRepository(Membership).findBy({ caseId });
  return rows.map(({ reportId }) => reportId).sort();
};
const caseOf = (id: string) => database.dataSource.getRepository(Case).findOneByOrFail({ id });
const part = (order: PartOrder, signals = recordingSignals()) =>
  partMembers(dependenciesOf(database.dataSource, signals), order, () => {});
const merge = (order: ReturnType<typeof orderOf>) =>
  mergeCase(dependenciesOf(database.dataSource, recordingSignals()), order, () => {});
const undoOf = (caseId: string): PartOrder => ({
  ...{ caseId, what: 'unmerge', commandId: randomUUID(), splitId: null, mergeId: caseId },
});

async function splitOrder(caseId: string, reportIds: string[]): Promise<PartOrder> {
  const splitId = randomUUID();
  await database.dataSource.getRepository(SplitOrder).insert({ id: splitId, caseId, reportIds });
  return { caseId, what: 'split', commandId: randomUUID(), splitId, mergeId: null };
}

async function joining(caseId: string, told: Partial<Report>): Promise<string> {
  const report = await createReport(database.dataSource, town, { joinsCaseId: caseId, ...told });
  await database.dataSource.transaction((tx) => matchOrOpen(tx, report.id));
  return report.id;
}

test('a split gives the reports a case of their own since the first of them, tells it, and repeats harmlessly', async () => {
  const { caseId, reportIds } = await caseWith(database.dataSource, town, 2);
  const early = await joining(caseId, { receivedAt: new Date('2026-01-02T03:04:05Z') });
  await readMembers(database.dataSource, caseId);
  const going = [early, reportIds[0]!].sort();
  const order = await splitOrder(caseId, going);
  const signals = recordingSignals();
  const first = await part(order, signals);
  const said = [...signals.said];
  expect(await part(order, signals)).toEqual(first);
  expect(signals.said).toEqual([...said, ...said]);
  const own = (first as { caseId: string }).caseId;
  expect(first).toEqual({ caseId: own, reports: 2 });
  expect(await membersOf(own)).toEqual(going);
  expect(await membersOf(caseId)).toEqual([reportIds[1]]);
  expect(await caseOf(own)).toMatchObject({
    status: 'verifying',
    openedAt: new Date('2026-01-02T03:04:05Z'),
  });
  expect(said).toEqual([
    { to: `case-${own}`, signal: 'members', args: [] },
    ...going.map((id) => ({ to: `report-${id}`, signal: 'moved', args: [{ caseId: own }] })),
  ]);
  const logged = await database.dataSource.getRepository(LogEntry).findBy({ name: 'split' });
  expect(logged.map(({ chain }) => chain).sort()).toEqual(going.map((id) => `report:${id}`));
});

test('somebody stays, and nobody else is taken', async () => {
  const { caseId, reportIds } = await caseWith(database.dataSource, town, 2);
  const stranger = (await caseWith(database.dataSource, town, 1)).reportIds;
  expect(await part(await splitOrder(caseId, reportIds))).toEqual({ refused: 'conflict' });
  expect(await part(await splitOrder(caseId, stranger))).toEqual({ refused: 'conflict' });
  expect(await membersOf(caseId)).toEqual(reportIds);
});

test('an alarm stays with the case that called for help, and is not raised again once it was heard', async () => {
  const db = database.dataSource;
  const { caseId } = await caseWith(db, town, 1);
  const alarm = await joining(caseId, { emergency: 'injured' });
  await db.query("UPDATE cases SET forward = 'running' WHERE id = $1", [caseId]);
  expect(await part(await splitOrder(caseId, [alarm]))).toEqual({ refused: 'help-called' });
  await db.query("UPDATE cases SET forward = 'recalled' WHERE id = $1", [caseId]);
  const unheard = await joining(caseId, { emergency: 'imminent' });
  const alone = (await part(await splitOrder(caseId, [unheard]))) as { caseId: string };
  expect(await caseOf(alone.caseId)).toMatchObject({ emergency: 'imminent' });
  await readMembers(db, caseId);
  const heard = (await part(await splitOrder(caseId, [alarm]))) as { caseId: string };
  expect(await caseOf(heard.caseId)).toMatchObject({ emergency: 'none' });
  expect(await readMembers(db, heard.caseId)).toMatchObject({ alarms: 0 });
});

test('an undone merge brings back whom it took, and no others', async () => {
  const db = database.dataSource;
  const [from, into] = [await caseWith(db, town, 3), await caseWith(db, town, 1)];
  await merge(orderOf(from.caseId, into.caseId));
  const late = await joining(from.caseId, {});
  expect(await membersOf(into.caseId)).toContain(late);
  const order = undoOf(from.caseId);
  const signals = recordingSignals();
  const answer = { caseId: into.caseId, reports: 3 };
  expect(await part(order, signals)).toEqual(answer);
  const said = [...signals.said];
  expect(await part(order, signals)).toEqual(answer);
  expect(signals.said).toEqual([...said, ...said]);
  expect(said.slice(0, 2)).toEqual([
    {
      to: `case-${into.caseId}`,
      signal: 'unabsorbed',
      args: [{ caseId: from.caseId, unmergeId: order.commandId }],
    },
    { to: `case-${into.caseId}`, signal: 'members', args: [] },
  ]);
  expect(await membersOf(from.caseId)).toEqual(from.reportIds);
  expect(await membersOf(into.caseId)).toEqual([...into.reportIds, late].sort());
  expect((await caseOf(from.caseId)).mergedInto).toBeNull();
});

test('they come back from wherever they have gone since', async () => {
  const db = database.dataSource;
  const [a, b, c] = [await caseWith(db, town, 2), await caseWith(db, town, 1), await caseWith(db, town, 1)];
  await merge(orderOf(a.caseId, b.caseId));
  await merge(orderOf(b.caseId, c.caseId));
  expect(await part(undoOf(a.caseId))).toEqual({ caseId: c.caseId, reports: 2 });
  expect(await membersOf(a.caseId)).toEqual(a.reportIds);
  expect(await part(undoOf(b.caseId))).toEqual({ caseId: c.caseId, reports: 1 });
  expect(await membersOf(c.caseId)).toEqual(c.reportIds);
});

test('what is over, and what was never merged, is not undone', async () => {
  const db = database.dataSource;
  const [from, into] = [await caseWith(db, town, 1), await caseWith(db, town, 1)];
  expect(await part(undoOf(from.caseId))).toEqual({ refused: 'conflict' });
  await merge(orderOf(from.caseId, into.caseId));
  await db.query("UPDATE cases SET status = 'closed' WHERE id = $1", [into.caseId]);
  expect(await part(undoOf(from.caseId))).toEqual({ refused: 'case-closed' });
});

test('an undo and a merge of the other case at once leave everybody somewhere', async () => {
  const db = database.dataSource;
  for (let round = 0; round < 5; round++) {
    const [a, b, c] = [await caseWith(db, town, 2), await caseWith(db, town, 1), await caseWith(db, town, 1)];
    await merge(orderOf(a.caseId, b.caseId));
    await Promise.all([part(undoOf(a.caseId)), merge(orderOf(b.caseId, c.caseId))]);
    const now = await Promise.all([a, b, c].map(({ caseId }) => membersOf(caseId)));
    expect(now.flat().sort()).toEqual([a, b, c].flatMap(({ reportIds }) => reportIds).sort());
  }
});

test('an undo that a restore has lost is carried out again, by what the log says of the merge', async () => {
  const db = database.dataSource;
  const [from, into] = [await caseWith(db, town, 2), await caseWith(db, town, 1)];
  const order = { ...orderOf(from.caseId, into.caseId), mergeId: 'm1' };
  await merge(order);
  await db.query(
    `INSERT INTO log_entry (chain, seq, fact_id, name, at, actor_kind, public, data, previous_hash, hash)
     VALUES ($1, 1, '1.0', 'merged', now(), 'system', false, '{"commandId": "m1"}', '', '')`,
    [`case:${from.caseId}`],
  );
  await db.transaction((tx) => takeBackAgain(tx, from.caseId, randomUUID()));
  expect(await membersOf(from.caseId)).toEqual(from.reportIds);
});
