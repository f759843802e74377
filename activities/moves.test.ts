import { Case, LogEntry, Membership, Thread } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { threadWith } from '../db/threads';
import type { Signals } from './dependencies';
import { readMembers } from './members';
import { mergeCase } from './moves';
import {
  caseWith as caseWithMembers,
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

const caseWith = (members: number) => caseWithMembers(database.dataSource, town, members);
const membersOf = (caseId: string) => database.dataSource.getRepository(Membership).findBy({ caseId });
const merge = (from: string, into: string, signals: Signals = recordingSignals()) =>
  mergeCase(dependenciesOf(database.dataSource, signals), orderOf(from, into), () => {});

it('moves the members as unread, tells the other case and them, and repeats harmlessly', async () => {
  const [from, into] = [await caseWith(3), await caseWith(1)];
  await readMembers(database.dataSource, from.caseId);
  const signals = recordingSignals();
  const beats: number[] = [];
  const order = { ...orderOf(from.caseId, into.caseId), repairDueAt: 1234 };
  for (const _again of [1, 2]) {
    const dependencies = dependenciesOf(database.dataSource, signals);
    const answer = await mergeCase(dependencies, order, (count) => beats.push(count));
    expect(answer).toEqual({ intoCaseId: into.caseId });
  }
  const members = await membersOf(into.caseId);
  expect(members).toHaveLength(4);
  expect(members.filter(({ readAt }) => readAt === null)).toHaveLength(4);
  expect(signals.said.slice(0, 2)).toEqual([
    {
      to: `case-${into.caseId}`,
      signal: 'absorbed',
      args: [{ caseId: from.caseId, mergeId: from.caseId, repairDueAt: 1234 }],
    },
    { to: `case-${into.caseId}`, signal: 'members', args: [] },
  ]);
  const moved = signals.said.filter(({ signal }) => signal === 'moved').map(({ to }) => to);
  const everybody = from.reportIds.map((id) => `report-${id}`);
  expect(moved).toEqual([...everybody, ...everybody]);
  expect(beats.length).toBeGreaterThan(0);
  const logged = await database.dataSource.getRepository(LogEntry).findBy({
    factId: `merged:${from.caseId}:${from.caseId}`,
  });
  expect(logged).toHaveLength(3);
});

it('refuses a case that is over, and itself, and leaves the members where they are', async () => {
  const [from, into] = [await caseWith(1), await caseWith(1)];
  await database.dataSource.query("UPDATE cases SET status = 'closed' WHERE id = $1", [into.caseId]);
  expect(await merge(from.caseId, into.caseId)).toEqual({ refused: 'case-closed' });
  expect(await merge(from.caseId, from.caseId)).toEqual({ refused: 'conflict' });
  expect(await membersOf(from.caseId)).toHaveLength(1);
});

it('refuses to bury a problem in a question', async () => {
  const [from, into] = [await caseWith(1), await caseWith(1)];
  const kind = (caseId: string) =>
    database.dataSource.query("UPDATE cases SET kind = 'question' WHERE id = $1", [caseId]);
  await kind(into.caseId);
  expect(await merge(from.caseId, into.caseId)).toEqual({ refused: 'wrong-kind' });
  await kind(from.caseId);
  expect(await merge(from.caseId, into.caseId)).toEqual({ intoCaseId: into.caseId });
});

it('of two cases merged into each other at once keeps one, with everybody', async () => {
  const [one, two] = [await caseWith(2), await caseWith(3)];
  const both = await Promise.all([merge(one.caseId, two.caseId), merge(two.caseId, one.caseId)]);
  expect(both.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'conflict' }]);
  const sizes = [await membersOf(one.caseId), await membersOf(two.caseId)].map(({ length }) => length);
  expect(sizes.sort()).toEqual([0, 5]);
});

it('gives a case about no place the place of the one that becomes part of it', async () => {
  const db = database.dataSource;
  const [from, into] = [await caseWith(1), await caseWith(1)];
  await db.query("UPDATE cases SET kind = 'question' WHERE id = ANY($1)", [[from.caseId, into.caseId]]);
  await db.query('UPDATE cases SET location = NULL, address = NULL WHERE id = $1', [into.caseId]);
  await merge(from.caseId, into.caseId);
  const [kept, given] = await Promise.all(
    [from, into].map(({ caseId }) => db.getRepository(Case).findOneByOrFail({ id: caseId })),
  );
  expect(given).toMatchObject({ location: kept!.location, address: 'Via Roma 12' });
});

it('follows a case that was merged itself', async () => {
  const [a, b, c] = [await caseWith(1), await caseWith(1), await caseWith(1)];
  await merge(b.caseId, c.caseId);
  expect(await merge(a.caseId, b.caseId)).toEqual({ intoCaseId: c.caseId });
  expect(await membersOf(c.caseId)).toHaveLength(3);
  const row = await database.dataSource.getRepository(Case).findOneByOrFail({ id: a.caseId });
  expect(row.mergedInto).toBe(c.caseId);
});

it('goes on telling where it was cut off', async () => {
  const [from, into] = [await caseWith(30), await caseWith(1)];
  const signals = recordingSignals();
  let left = 25;
  const failing: Signals = {
    ...signals,
    toReport: (...args) =>
      left-- > 0 ? signals.toReport(...args) : Promise.reject(new Error('Temporal is away')),
  };
  await expect(merge(from.caseId, into.caseId, failing)).rejects.toThrow('away');
  await merge(from.caseId, into.caseId, signals);
  const told = new Set(signals.said.filter(({ signal }) => signal === 'moved').map(({ to }) => to));
  expect(told.size).toBe(30);
});

it('takes the conversations of the members along', async () => {
  const { dataSource: db } = database;
  const [from, into] = [await caseWith(2), await caseWith(1)];
  const [talking, silent] = from.reportIds as [string, string];
  const begin = (caseId: string, id: string) =>
    db.transaction((tx) => threadWith(tx, caseId, { kind: 'citizen', id }, 'secret'));
  const moved = await begin(from.caseId, talking);
  const [left, there] = [await begin(from.caseId, silent), await begin(into.caseId, silent)];
  await merge(from.caseId, into.caseId);
  const caseOf = async (id: string) => (await db.getRepository(Thread).findOneByOrFail({ id })).caseId;
  expect(await caseOf(moved.id)).toBe(into.caseId);
  // One that was begun there before stays apart.
  expect([await caseOf(left.id), await caseOf(there.id)]).toEqual([from.caseId, into.caseId]);
});
