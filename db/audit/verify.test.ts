import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createPerson, createReport, createTown, type Town } from '../../activities/testing';
import { HistoryArchive } from '../entities';
import { appendLog, linkHash } from '../log';
import { erasePerson } from '../privacy/erase';
import { createTestDatabase, type TestDatabase } from '../testing';
import { signDay } from './daily-heads';
import { isSound, verifyAudit } from './verify';

let database: TestDatabase;
let db: DataSource;
let town: Town;
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = { privateKey, publicKey, publicPem: '' };
const check = () => verifyAudit(db, publicKey);

beforeEach(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  town = await createTown(db);
});
afterEach(() => database.drop());

/** A report with three links, the words of a citizen in the first. */
async function createChain(): Promise<{ chain: string; personId: string }> {
  const { id: personId } = await createPerson(db);
  const { id } = await createReport(db, town, { personId });
  const chain = `report:${id}`;
  for (const name of ['attached', 'closed']) await append(chain, name);
  return { chain, personId };
}

const append = (chain: string, name: string) =>
  db.transaction((tx) =>
    appendLog(tx, {
      ...{ chain, name, factId: randomUUID(), at: new Date(), public: false, data: { one: 1, two: [2] } },
      actor: { kind: 'system', id: null },
    }),
  );

/** What somebody can do who has the whole database in hand. */
async function tamper(sql: string, parameters: unknown[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query("SET LOCAL session_replication_role = 'replica'");
    await tx.query(sql, parameters);
  });
}

test('what nobody touched is sound', async () => {
  await createChain();
  await createChain();
  await db.transaction((tx) => signDay(tx, key, '2026-11-22'));
  await createChain();
  await db.transaction((tx) => signDay(tx, key, '2026-11-23'));
  const found = await check();
  expect(found).toMatchObject({ chains: 3, entries: 9, erased: 0, days: 2 });
  expect(isSound(found)).toBe(true);
});

describe('told apart:', () => {
  test('a changed row', async () => {
    const { chain } = await createChain();
    await tamper(`UPDATE log_entry SET data = '{"one": 2}' WHERE chain = $1 AND seq = 2`, [chain]);
    expect((await check()).faults.chains).toMatchObject([{ chain, brokenAt: 2, breach: 'changed' }]);
  });

  test('a removed row', async () => {
    const { chain } = await createChain();
    await tamper('DELETE FROM log_entry WHERE chain = $1 AND seq = 2', [chain]);
    expect((await check()).faults.chains).toMatchObject([{ chain, brokenAt: 3, breach: 'removed' }]);
  });

  test('an erased citizen', async () => {
    const { personId } = await createChain();
    await erasePerson(db, personId, {
      actor: { kind: 'user', id: randomUUID() },
      reason: 'request',
      dataDir: '/nowhere',
    });
    const found = await check();
    expect(found.erased).toBe(1);
    expect(isSound(found)).toBe(true);
  });
});

test('the last row, removed', async () => {
  const { chain } = await createChain();
  await tamper('DELETE FROM log_entry WHERE chain = $1 AND seq = 3', [chain]);
  expect((await check()).faults.chains).toMatchObject([{ chain, brokenAt: 3, breach: 'removed' }]);
});

test('all rows of a chain, removed', async () => {
  const { chain } = await createChain();
  await tamper('DELETE FROM log_entry WHERE chain = $1', [chain]);
  expect((await check()).faults.chains).toMatchObject([{ chain, brokenAt: 1, breach: 'removed' }]);
});

test.each([
  ['changed', "UPDATE note SET body = 'Other words'", 'words-changed'],
  [
    'emptied without an erasure',
    'UPDATE note SET body = NULL, salt = NULL, erased_at = now()',
    'words-removed',
  ],
])('words that were %s', async (_how, sql, breach) => {
  const { chain } = await createChain();
  await tamper(sql, []);
  expect((await check()).faults.chains).toMatchObject([{ chain, brokenAt: 1, breach }]);
});

describe('whoever computes a chain anew is caught by the signed days:', () => {
  async function rewritten(): Promise<string> {
    const { chain } = await createChain();
    await db.transaction((tx) => signDay(tx, key, '2026-11-23'));
    const last = await db.query('SELECT * FROM log_entry WHERE chain = $1 AND seq = 3', [chain]);
    const hash = linkHash(last[0].previous_hash.toString('hex'), {
      ...{ chain, seq: 3, factId: last[0].fact_id, name: 'rejected', at: last[0].at.toISOString() },
      ...{ actorKind: 'system', actorId: null, public: false, data: last[0].data },
      ...{ noteId: null, noteDigest: null },
    });
    await tamper("UPDATE log_entry SET name = 'rejected', hash = $2 WHERE chain = $1 AND seq = 3", [
      chain,
      hash,
    ]);
    await tamper('UPDATE chain_head SET hash = $2 WHERE chain = $1', [chain, hash]);
    return chain;
  }

  test('the link is another', async () => {
    const chain = await rewritten();
    const { faults } = await check();
    expect(faults).toMatchObject({ chains: [], days: [{ day: '2026-11-23', how: 'chain-changed', chain }] });
  });

  test('a chain cut short together with its head', async () => {
    const { chain } = await createChain();
    await db.transaction((tx) => signDay(tx, key, '2026-11-23'));
    await tamper('DELETE FROM log_entry WHERE chain = $1', [chain]);
    await tamper('DELETE FROM chain_head WHERE chain = $1', [chain]);
    expect((await check()).faults).toMatchObject({ chains: [], days: [{ how: 'chain-removed', chain }] });
  });

  test('a day signed with another key', async () => {
    await createChain();
    const other = generateKeyPairSync('ed25519');
    await db.transaction((tx) => signDay(tx, { ...key, privateKey: other.privateKey }, '2026-11-23'));
    expect((await check()).faults.days).toMatchObject([{ day: '2026-11-23', how: 'forged' }]);
  });

  test('a day that is gone', async () => {
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23']) {
      await createChain();
      await db.transaction((tx) => signDay(tx, key, day));
    }
    await tamper("DELETE FROM daily_head WHERE day = '2026-11-22'", []);
    expect((await check()).faults.days).toMatchObject([{ day: '2026-11-23', how: 'removed' }]);
  });
});

test('an archived history that was changed', async () => {
  const run = {
    workflowId: 'case-1',
    runId: 'r',
    workflowType: 'caseWorkflow',
    buildId: 'b',
    complete: true,
  };
  const history = Buffer.from('history');
  const sha256 = createHash('sha256').update(history).digest();
  await db.getRepository(HistoryArchive).insert({ ...run, history, sha256 });
  expect(isSound(await check())).toBe(true);
  await tamper('UPDATE history_archive SET history = $1', [Buffer.from('another')]);
  expect((await check()).faults.archives).toEqual([{ workflowId: 'case-1', runId: 'r' }]);
});
