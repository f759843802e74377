import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { mergeCase } from '../../activities/moves';
import { partMembers } from '../../activities/parting';
import { balanceOf, qualify, reportedBy } from '../../activities/rewards/testing';
import {
  createPerson,
  createTown,
  dependenciesOf,
  orderOf,
  recordingSignals,
  type Town,
} from '../../activities/testing';
import { PointsEntry, SplitOrder } from '../entities';
import { forgetPoints } from '../privacy/rewards';
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

describe('what moves to another case', () => {
  const outside = () => dependenciesOf(db, recordingSignals());
  const merge = (caseId: string, intoCaseId: string) =>
    mergeCase(outside(), orderOf(caseId, intoCaseId), () => {});
  async function split(caseId: string, reportId: string): Promise<string> {
    const splitId = randomUUID();
    await db.getRepository(SplitOrder).insert({ id: splitId, caseId, reportIds: [reportId] });
    const order = { caseId, what: 'split', commandId: randomUUID(), splitId, mergeId: null } as const;
    return ((await partMembers(outside(), order, () => {})) as { caseId: string }).caseId;
  }

  test('is credited once, whether it was merged or split off after it was credited', async () => {
    const [merged, stays, parted] = (await people(3)) as [string, string, string];
    const small = await reportedBy(db, town, [merged]);
    await qualify(db, town, small.caseId);
    const whole = await reportedBy(db, town, [stays, parted]);
    expect(await merge(small.caseId, whole.caseId)).toEqual({ intoCaseId: whole.caseId });
    await qualify(db, town, whole.caseId);
    const own = await split(whole.caseId, whole.reportIds[1]!);
    // That another report of theirs is erased does not make this one new.
    await forgetPoints(db.manager, [merged, parted]);
    for (const caseId of [own, whole.caseId]) await qualify(db, town, caseId);
    expect(await balances([merged, stays, parted])).toEqual([10, 2, 2]);
  });

  test('is credited where it is, if nobody had credited it before', async () => {
    const [person] = (await people(1)) as [string];
    const { caseId, reportIds } = await reportedBy(db, town, [person, person]);
    const own = await split(caseId, reportIds[1]!);
    for (const id of [caseId, own]) await qualify(db, town, id);
    expect(await linesOf(person)).toEqual([
      ['first', 10],
      ['first', 10],
    ]);
  });
});
