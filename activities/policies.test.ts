import { randomUUID } from 'node:crypto';
import { SlaPolicy } from '../db/entities';
import { appendLog } from '../db/log';
import { createTestDatabase } from '../db/testing';
import { createPolicies } from './policies';
import { createTown } from './testing';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('what the console changed is known to the next who asks', async () => {
  const db = database.dataSource;
  const policies = createPolicies(db);
  const { departmentId, categoryId, policyId } = await createTown(db);
  const key = { departmentId, categoryId, urgency: 'ordinary' } as const;
  const maxPause = async () => (await policies.policyFor(key))?.targets.maxPauseMinutes;
  expect(await maxPause()).toBe(120);
  const targets = { targets: {}, maxPauseMinutes: 30 };
  await db.transaction(async (tx) => {
    await tx.update(SlaPolicy, policyId, { targets });
    const actor = { kind: 'system', id: null } as const;
    const entry = { factId: randomUUID(), name: 'setting-changed', at: new Date(), actor, public: false };
    await appendLog(tx, { chain: 'settings', ...entry });
  });
  expect(await maxPause()).toBe(30);
});

test('a department that is newer than what was read last has its calendar', async () => {
  const db = database.dataSource;
  const policies = createPolicies(db);
  const rome = { timezone: 'Europe/Rome' };
  expect(await policies.calendarOf((await createTown(db)).departmentId)).toMatchObject(rome);
  expect(await policies.calendarOf((await createTown(db)).departmentId)).toMatchObject(rome);
  await expect(policies.calendarOf(randomUUID())).rejects.toThrow('not-found');
});
