import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '../db/testing';
import { createPolicies } from './policies';
import { createTown } from './testing';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a department that is newer than what was read last has its calendar', async () => {
  const db = database.dataSource;
  const policies = createPolicies(db);
  const rome = { timezone: 'Europe/Rome' };
  expect(await policies.calendarOf((await createTown(db)).departmentId)).toMatchObject(rome);
  expect(await policies.calendarOf((await createTown(db)).departmentId)).toMatchObject(rome);
  await expect(policies.calendarOf(randomUUID())).rejects.toThrow('not-found');
});
