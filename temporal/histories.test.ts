import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import type { DataSource } from 'typeorm';
import { archiveRun } from '../activities/archive';
import { HistoryArchive, LogEntry } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { createArchiveSweep } from './histories';

const DAY_MS = 24 * 3600 * 1000;
const json = readFileSync(path.join(__dirname, '../workflows/case/__histories__/answered.json'), 'utf8');

let database: TestDatabase;
let db: DataSource;
beforeEach(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
});
afterEach(() => database.drop());

/** A Temporal that has ended runs; it cannot read the one called `case-poison`. */
function temporalWith(ended: { workflowId: string; runId: string }[]) {
  const asked: string[] = [];
  const workflow = {
    async *list({ query }: { query: string }) {
      asked.push(query);
      yield* ended;
    },
    getHandle: (workflowId: string) => ({
      async fetchHistory() {
        if (workflowId === 'case-poison') throw new Error('cannot be read');
        return historyFromJSON(JSON.parse(json));
      },
    }),
  };
  return { client: { workflow } as unknown as Client, asked };
}

const since = (query: string) => Date.now() - Date.parse(/'(.*)'/.exec(query)![1]!);

test('a history that cannot be archived holds up no other', async () => {
  const ended = ['case-poison', 'case-good'].map((workflowId) => ({ workflowId, runId: randomUUID() }));
  const { client } = temporalWith(ended);
  await expect(createArchiveSweep({ client, db })()).rejects.toThrow('cannot be read');
  expect(await db.getRepository(HistoryArchive).findOneByOrFail({ workflowId: 'case-good' })).toMatchObject({
    complete: true,
  });
});

test('nor do as many of them as a sweep takes', async () => {
  const poison = Array.from({ length: 60 }, () => ({ workflowId: 'case-poison', runId: randomUUID() }));
  const { client } = temporalWith([...poison, { workflowId: 'case-good', runId: randomUUID() }]);
  const sweep = createArchiveSweep({ client, db });
  for (let times = 0; times < 2; times++) await sweep().catch(() => {});
  expect(await db.getRepository(HistoryArchive).countBy({ workflowId: 'case-good' })).toBe(1);
});

test('the first sweep looks back as far as Temporal remembers, those after it a day', async () => {
  const { client, asked } = temporalWith([]);
  const sweep = createArchiveSweep({ client, db });
  await sweep();
  await sweep();
  expect(since(asked[0]!)).toBeGreaterThan(29 * DAY_MS);
  expect(since(asked[1]!)).toBeLessThan(2 * DAY_MS);
});

test('it looks as far back again while one could not be read', async () => {
  const run = { workflowId: 'case-once-unreadable', runId: randomUUID() };
  const { client, asked } = temporalWith([run]);
  const sweep = createArchiveSweep({ client, db });
  jest.spyOn(client.workflow, 'getHandle').mockImplementationOnce(() => {
    throw new Error('No answer');
  });
  await expect(sweep()).rejects.toThrow('No answer');
  for (let times = 0; times < 2; times++) await sweep();
  expect(asked.map((query) => since(query) > 29 * DAY_MS)).toEqual([true, true, true]);
  expect(await db.getRepository(HistoryArchive).countBy(run)).toBe(1);
  await sweep();
  expect(since(asked[3]!)).toBeLessThan(2 * DAY_MS);
});

test('a history archived by two at once is vouched for once, as it is kept', async () => {
  const { client } = temporalWith([]);
  const run = { workflowId: 'case-1', runId: randomUUID() };
  await Promise.all([1, 2, 3].map(() => archiveRun({ db, temporal: client }, run)));
  const { sha256 } = await db.getRepository(HistoryArchive).findOneByOrFail(run);
  const links = await db.getRepository(LogEntry).findBy({ chain: 'archives' });
  expect(links.map(({ data }) => data)).toEqual([{ ...run, sha256: sha256.toString('hex') }]);
});
