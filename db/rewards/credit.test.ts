import type { DataSource } from 'typeorm';
import { balanceOf, qualify, reportedBy } from '../../activities/rewards/testing';
import { createPerson, createTown, type Town } from '../../activities/testing';
import { PointsEntry } from '../entities';
import { createTestDatabase, type TestDatabase } from '../testing';
import { creditAppeal } from './credit';

let database: TestDatabase;
let db: DataSource;
let town: Town;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  town = await createTown(db);
});
afterAll(() => database.drop());

const people = (count: number) =>
  Promise.all(Array.from({ length: count }, async () => (await createPerson(db)).id));
const balances = (ids: string[]) => Promise.all(ids.map((id) => balanceOf(db, id)));
const linesOf = async (personId: string) =>
  (await db.getRepository(PointsEntry).findBy({ personId })).map(({ amount, reason }) => [reason, amount]);

test('what is real brings points: most to whoever told of it first, none to whoever left no address', async () => {
  const [first, second] = (await people(2)) as [string, string];
  const { caseId } = await reportedBy(db, town, [first, null, second, second]);
  await qualify(db, town, caseId);
  expect([await linesOf(first), await linesOf(second)]).toEqual([[['first', 10]], [['further', 2]]]);
});

test('who is not the first gets little, also where the first left no address', async () => {
  const [person] = (await people(1)) as [string];
  const { caseId } = await reportedBy(db, town, [null, person]);
  await qualify(db, town, caseId);
  expect(await linesOf(person)).toEqual([['further', 2]]);
});

test('what was not there brings nothing and costs nothing; set right later, it is credited', async () => {
  const ids = await people(2);
  const { caseId } = await reportedBy(db, town, ids);
  await qualify(db, town, caseId, { real: false });
  expect(await balances(ids)).toEqual([0, 0]);
  await qualify(db, town, caseId);
  expect(await balances(ids)).toEqual([10, 2]);
  await qualify(db, town, caseId, { real: false });
  await qualify(db, town, caseId);
  expect(await balances(ids)).toEqual([10, 2]);
});

test('who reports after the judgement has no part in it', async () => {
  const [person] = (await people(1)) as [string];
  const { caseId, reportIds } = await reportedBy(db, town, [null, person]);
  await db.query(`UPDATE report SET received_at = now() + interval '1 hour' WHERE id = $1`, [reportIds[1]]);
  await qualify(db, town, caseId);
  expect(await linesOf(person)).toEqual([]);
});

test('an upheld appeal credits whoever made it, once, and nobody else', async () => {
  const [first, second] = (await people(2)) as [string, string];
  const { caseId } = await reportedBy(db, town, [first, second]);
  await qualify(db, town, caseId, { real: false });
  for (let twice = 0; twice < 2; twice++) await creditAppeal(db.manager, caseId, first);
  expect(await linesOf(first)).toEqual([['corrected', 10]]);
  expect(await linesOf(second)).toEqual([]);
});
