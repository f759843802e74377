import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { matchOrOpen } from '../../activities/matching';
import { createPerson, createReport, createTown, type Town } from '../../activities/testing';
import { Escalation, HistoryArchive } from '../entities';
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

const append = (chain: string, name: string, data: Record<string, unknown> = { one: 1, two: [2] }) =>
  db.transaction((tx) =>
    appendLog(tx, {
      ...{ chain, name, factId: randomUUID(), at: new Date(), public: false, data },
      actor: { kind: 'system', id: null },
    }),
  );

type Work = (tx: EntityManager) => Promise<unknown>;

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

test('what is written while the verification runs is no fault', async () => {
  const { chain } = await createChain();
  const transaction = db.transaction.bind(db);
  // The heads are read, then somebody writes, then the links are read.
  const slowly = jest.spyOn(db, 'transaction').mockImplementationOnce(((
    level: 'REPEATABLE READ',
    work: Work,
  ) =>
    transaction(level, async (tx) => {
      const query = tx.query.bind(tx);
      jest.spyOn(tx, 'query').mockImplementationOnce(async (...asked) => {
        const rows = await query(...asked);
        await append(chain, 'closed');
        await append(`case:${randomUUID()}`, 'opened');
        return rows;
      });
      return work(tx);
    })) as never);
  expect(isSound(await check())).toBe(true);
  slowly.mockRestore();
  expect((await check()).entries).toBe(5);
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

test('words emptied under cover of an erasure that some other chain tells', async () => {
  const { chain } = await createChain();
  const [{ id }] = await db
    .query('UPDATE note SET body = NULL, salt = NULL RETURNING id')
    .then(([rows]) => rows);
  await append('report:elsewhere', 'erased', { notes: [id], photos: [] });
  expect((await check()).faults.chains).toMatchObject([{ chain, brokenAt: 1, breach: 'words-removed' }]);
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

describe('archived histories:', () => {
  const run = { workflowId: 'case-1', runId: 'r' };
  const kept = { ...run, workflowType: 'caseWorkflow', buildId: 'b' };
  const digest = (text: string) => createHash('sha256').update(text).digest();

  async function archive(complete: boolean): Promise<void> {
    const sha256 = digest('history');
    await db
      .getRepository(HistoryArchive)
      .insert({ ...kept, complete, history: Buffer.from('history'), sha256 });
    if (complete) await append('archives', 'archived', { ...run, sha256: sha256.toString('hex') });
  }

  test('what a run has not completed yet vouches for itself', async () => {
    await archive(false);
    expect(isSound(await check())).toBe(true);
    await tamper('UPDATE history_archive SET history = $1', [Buffer.from('another')]);
    expect((await check()).faults.archives).toEqual([{ ...run, how: 'changed' }]);
  });

  test.each([
    ['changed', 'changed', 'UPDATE history_archive SET history = $1', [Buffer.from('another')]],
    [
      'exchanged together with its digest',
      'changed',
      'UPDATE history_archive SET history = $1, sha256 = $2',
      [Buffer.from('another'), digest('another')],
    ],
    ['removed', 'removed', 'DELETE FROM history_archive', []],
    ['put under another run', 'unlogged', "UPDATE history_archive SET run_id = 'other'", []],
  ])('%s', async (_what, how, sql, parameters) => {
    await archive(true);
    expect(isSound(await check())).toBe(true);
    await tamper(sql, parameters);
    expect((await check()).faults.archives).toContainEqual(expect.objectContaining({ how }));
  });
});

describe('the list of late work:', () => {
  const stage = { clock: 'repair', stage: 'breach', cycle: 1, turn: 1 };

  async function breach(): Promise<string> {
    const { id } = await createReport(db, town);
    const caseId = await db.transaction((tx) => matchOrOpen(tx, id));
    await append(`case:${caseId}`, 'breach', stage);
    const at = new Date();
    await db.getRepository(Escalation).insert({
      ...{ id: randomUUID(), caseId, departmentId: town.departmentId, cause: 'time', dueAt: at, firedAt: at },
      ...(stage as object),
    });
    return caseId;
  }

  test.each([
    ['removed', 'DELETE FROM escalation'],
    ['added', "UPDATE escalation SET stage = 'management'"],
  ])('a stage that was %s', async (how, sql) => {
    const caseId = await breach();
    expect(isSound(await check())).toBe(true);
    await tamper(sql, []);
    expect((await check()).faults.escalations).toContainEqual(
      expect.objectContaining({ caseId, clock: 'repair', how }),
    );
  });
});
