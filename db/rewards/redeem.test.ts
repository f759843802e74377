import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { balanceOf, createReward, createSaver } from '../../activities/rewards/testing';
import { createUser } from '../../activities/testing';
import { PointsEntry, Redemption, Reward } from '../entities';
import { createTestDatabase, type TestDatabase } from '../testing';
import { redemptionCode } from '../tokens';
import { expireCodes, findCode, returnCode, useCode } from './codes';
import { redeem } from './redeem';

const secret = 's'.repeat(40);
let database: TestDatabase;
let db: DataSource;
let operator: string;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  operator = await createUser(db, 'operator');
});
afterAll(() => database.drop());

const wish = (personId: string, rewardId: string, id = randomUUID()) =>
  redeem(db, { id, personId, rewardId, cost: 10 }, secret);
/** How many of each answer there were. */
async function tally(tries: Promise<unknown>[]): Promise<Record<string, number>> {
  const ended = await Promise.allSettled(tries);
  const names = ended.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as Error).message));
  return Object.fromEntries(
    [...new Set(names)].map((name) => [name, names.filter((n) => n === name).length]),
  );
}
async function codeOf(personId: string, rewardId: string): Promise<{ id: string; code: string }> {
  const id = randomUUID();
  await wish(personId, rewardId, id);
  return { id, code: redemptionCode(secret, id) };
}
const lapse = (id: string) => db.getRepository(Redemption).update({ id }, { expiresAt: new Date(0) });

test('of fifty who want the last one at once, one gets it, and only that one pays', async () => {
  const rewardId = await createReward(db, { stock: 1 });
  const savers = await Promise.all(Array.from({ length: 50 }, () => createSaver(db, 10)));
  expect(await tally(savers.map((one) => wish(one, rewardId)))).toEqual({ done: 1, 'none-left': 49 });
  const balances = await Promise.all(savers.map((one) => balanceOf(db, one)));
  expect(balances.filter((balance) => balance === 0)).toHaveLength(1);
  expect(await db.getRepository(Redemption).countBy({ rewardId })).toBe(1);
});

test('fifty wishes of one person at once spend no more points than there are', async () => {
  const rewardId = await createReward(db);
  const saver = await createSaver(db, 35);
  const wishes = Array.from({ length: 50 }, () => wish(saver, rewardId));
  expect(await tally(wishes)).toEqual({ done: 3, 'too-few-points': 47 });
  expect(await balanceOf(db, saver)).toBe(5);
});

test('the same button pressed fifty times gives one code, and to nobody else', async () => {
  const rewardId = await createReward(db);
  const [saver, other] = [await createSaver(db, 100), await createSaver(db, 100)];
  const id = randomUUID();
  expect(await tally(Array.from({ length: 50 }, () => wish(saver, rewardId, id)))).toEqual({ done: 50 });
  expect(await balanceOf(db, saver)).toBe(90);
  await expect(wish(other, rewardId, id)).rejects.toThrow('conflict');
  expect(await balanceOf(db, other)).toBe(100);
});

test('a code works once, also when fifty counters take it at once', async () => {
  const { code, id } = await codeOf(await createSaver(db, 10), await createReward(db));
  expect(await findCode(db.manager, code)).toMatchObject({ id });
  const uses = Array.from({ length: 50 }, () => useCode(db.manager, code, operator));
  expect(await tally(uses)).toEqual({ done: 1, 'code-used': 49 });
  expect(await db.getRepository(Redemption).findOneByOrFail({ id })).toMatchObject({
    ...{ state: 'used', usedBy: operator, usedAt: expect.any(Date) },
  });
});

test('a code that was typed by hand works, another one does not', async () => {
  const { code, id } = await codeOf(await createSaver(db, 10), await createReward(db));
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  await expect(useCode(db.manager, code.slice(0, -1), operator)).rejects.toThrow('not-found');
  expect(await useCode(db.manager, typed, operator)).toMatchObject({ id });
});

test('an unused code that runs out brings its points and its piece back, once', async () => {
  const rewardId = await createReward(db, { stock: 1 });
  const saver = await createSaver(db, 10);
  const { id, code } = await codeOf(saver, rewardId);
  expect(await expireCodes(db)).toBe(0);
  await lapse(id);
  await expect(useCode(db.manager, code, operator)).rejects.toThrow('code-over');
  const sweeps = await Promise.all(Array.from({ length: 5 }, () => expireCodes(db)));
  expect(sweeps.reduce((sum, count) => sum + count)).toBe(1);
  expect(await balanceOf(db, saver)).toBe(10);
  await expect(useCode(db.manager, code, operator)).rejects.toThrow('code-over');
  await wish(saver, rewardId);
  const lines = await db
    .getRepository(PointsEntry)
    .find({ where: { personId: saver }, order: { at: 'ASC' } });
  expect(lines.map(({ reason, amount }) => [reason, amount])).toEqual([
    ['first', 10],
    ['redeemed', -10],
    ['expired', 10],
    ['redeemed', -10],
  ]);
});

test('a code is used or given back, never both', async () => {
  const rewardId = await createReward(db);
  const saver = await createSaver(db, 10);
  const { id, code } = await codeOf(saver, rewardId);
  const both = await Promise.allSettled([
    ...Array.from({ length: 10 }, () => returnCode(db.manager, id, saver)),
    ...Array.from({ length: 10 }, () => useCode(db.manager, code, operator)),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { state } = await db.getRepository(Redemption).findOneByOrFail({ id });
  expect(await balanceOf(db, saver)).toBe(state === 'used' ? 0 : 10);
  await expect(returnCode(db.manager, id, await createSaver(db, 1))).rejects.toThrow('not-found');
});

test.each<[string, Partial<Reward>]>([
  ['rests', { active: false }],
  ['is over', { validTo: '2020-12-31' }],
  ['has not begun', { validFrom: '2099-01-01' }],
])('a reward that %s cannot be had', async (_what, change) => {
  await expect(wish(await createSaver(db, 10), await createReward(db, change))).rejects.toThrow(
    'reward-over',
  );
});

test('what was agreed to at one cost is not had at another', async () => {
  const rewardId = await createReward(db);
  const saver = await createSaver(db, 100);
  const id = randomUUID();
  await wish(saver, rewardId, id);
  await db.getRepository(Reward).update(rewardId, { cost: 90 });
  await expect(wish(saver, rewardId)).rejects.toThrow('conflict');
  await db.getRepository(Reward).update(rewardId, { cost: 9 });
  await expect(wish(saver, rewardId)).rejects.toThrow('conflict');
  // What was done already stays done.
  await wish(saver, rewardId, id);
  expect(await balanceOf(db, saver)).toBe(90);
});

test('the ledger is neither changed nor emptied; only whose it was can be forgotten', async () => {
  const personId = await createSaver(db, 10);
  const refused = 'the ledger of points is append-only';
  for (const change of ['amount = 11', "reason = 'further'", 'at = now()', 'person_id = gen_random_uuid()'])
    await expect(
      db.query(`UPDATE points_entry SET ${change} WHERE person_id = $1`, [personId]),
    ).rejects.toThrow(refused);
  await expect(db.query('DELETE FROM points_entry WHERE person_id = $1', [personId])).rejects.toThrow(
    refused,
  );
  await expect(db.query('TRUNCATE points_entry')).rejects.toThrow(refused);
  await db.query('UPDATE points_entry SET person_id = NULL WHERE person_id = $1', [personId]);
  expect(await balanceOf(db, personId)).toBe(0);
});
