import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { createReport, createTown } from '../../activities/testing';
import { Membership } from '../../db/entities';
import { createTestDatabase, type TestDatabase } from '../../db/testing';
import { createAttaching } from './attach';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('every accepted report has its case soon, also after one that has none', async () => {
  const { dataSource: db } = database;
  const town = await createTown(db);
  const warned: unknown[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void warned.push(JSON.parse(line)) });
  const attach = createAttaching({ db, log });
  const reports = [];
  for (let n = 0; n < 12; n++) reports.push(await createReport(db, town));
  const lost = randomUUID();
  attach(lost);
  for (const { id } of reports) attach(id);
  while ((await db.getRepository(Membership).count()) < 12) await new Promise((go) => setTimeout(go, 20));
  expect(warned).toMatchObject([{ reportId: lost }]);
});
