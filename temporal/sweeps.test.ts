import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { caseWith, createReport, createTown, type Town } from '../activities/testing';
import { Report } from '../db/entities';
import { appendLog } from '../db/log';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { createPrioritySweep, startReports } from './sweeps';

let database: TestDatabase;
let db: DataSource;
let town: Town;
beforeEach(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  town = await createTown(db);
});
afterEach(() => database.drop());

/** A Temporal that starts workflows, but not this one. */
function temporalRefusing(workflowId: string) {
  const started: string[] = [];
  const workflow = {
    async start(_type: string, options: { workflowId: string }) {
      if (options.workflowId === workflowId) throw new Error('refused');
      started.push(options.workflowId);
    },
  };
  const client = { workflow, withDeadline: (_until: number, work: () => unknown) => work() };
  return { client: client as unknown as Client, started };
}

async function missedReport(emergency: 'none' | 'injured' = 'none'): Promise<string> {
  const { id } = await createReport(db, town, { emergency });
  await db.query("UPDATE report SET received_at = now() - interval '1 minute' WHERE id = $1", [id]);
  return id;
}

test('a report that cannot be started holds up no other, and is tried again', async () => {
  const ids = [await missedReport(), await missedReport(), await missedReport()];
  const { client, started } = temporalRefusing(`report-${ids[1]}`);
  await expect(startReports({ client, db })).rejects.toThrow('refused');
  expect(started).toEqual([`report-${ids[0]}`, `report-${ids[2]}`]);
  const waiting = await db.query('SELECT id FROM report WHERE started_at IS NULL');
  expect(waiting).toEqual([{ id: ids[1] }]);

  const later = temporalRefusing('none');
  expect(await startReports({ client: later.client, db })).toBe(1);
  expect(later.started).toEqual([`report-${ids[1]}`]);
  expect(await db.getRepository(Report).findOneByOrFail({ id: ids[1] })).toMatchObject({
    startedAt: expect.any(Date),
  });
});

test('emergencies are started first', async () => {
  const ordinary = await missedReport();
  const emergency = await missedReport('injured');
  const { client, started } = temporalRefusing('none');
  await startReports({ client, db });
  expect(started).toEqual([`report-${emergency}`, `report-${ordinary}`]);
});

test('two sweeps at once start a report once', async () => {
  await missedReport();
  const { client, started } = temporalRefusing('none');
  await Promise.all([startReports({ client, db }), startReports({ client, db })]);
  expect(started).toHaveLength(1);
});

describe('priorities', () => {
  const changeSettings = () =>
    db.transaction((tx) =>
      appendLog(tx, {
        ...{
          chain: 'settings',
          factId: randomUUID(),
          name: 'setting-changed',
          at: new Date(),
          public: false,
        },
        actor: { kind: 'system', id: null },
      }),
    );

  test('are weighed at first, after a change of the settings, and when time has passed', async () => {
    const { caseId } = await caseWith(db, town, 1);
    const sweep = createPrioritySweep({ db, slaSpeed: 1 });
    expect(await sweep()).toBe(1);
    await db.query("UPDATE cases SET opened_at = now() - interval '100 days' WHERE id = $1", [caseId]);
    expect(await sweep()).toBe(0);
    await changeSettings();
    expect(await sweep()).toBe(1);

    await db.query("UPDATE cases SET opened_at = now() - interval '200 days' WHERE id = $1", [caseId]);
    const fast = createPrioritySweep({ db, slaSpeed: 1e9 });
    expect([await fast(), await fast()]).toEqual([1, expect.any(Number)]);
    await db.query('UPDATE cases SET opened_at = now() WHERE id = $1', [caseId]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await fast()).toBe(1);
  });

  test('are weighed by one process at a time, and nothing is forgotten by the other', async () => {
    await caseWith(db, town, 1);
    const [one, other] = [createPrioritySweep({ db, slaSpeed: 1 }), createPrioritySweep({ db, slaSpeed: 1 })];
    await db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(7203117)');
      expect(await one()).toBe(0);
    });
    expect([await one(), await other()]).toEqual([1, 0]);
  });
});
