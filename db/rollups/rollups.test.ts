import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createMunicipality } from '../../activities/emergency/testing';
import { createTown, type Town } from '../../activities/testing';
import { DAY, happen } from '../../api/console/dashboards/testing';
import { createCase } from '../../api/console/testing';
import { createRandom } from '../../domain/rounds/random';
import { createTestDatabase, type TestDatabase } from '../testing';
import { refreshFindings } from './findings';
import { keepRollups, recomputeRollups } from './recompute';
import { refreshRollups } from './refresh';

let database: TestDatabase;
let db: DataSource;
let towns: Town[];
beforeEach(async () => {
  database = await createTestDatabase();
  db = database.dataSource;
  await createMunicipality(db);
  towns = [await createTown(db), await createTown(db)];
});
afterEach(() => database.drop());

const begin = Date.UTC(2026, 1, 1, 9);
/** The columns of each that say something of the cases, the key first. */
const tables: Record<string, string> = {
  rollup_day: '*',
  rollup_cell: '*',
  rollup_review: '*',
  // When each was computed is not the same.
  rollup_finding: 'quarter, department_id, verdict, findings',
};

const rowsOf = async () =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(tables).map(async ([table, columns]) => [
        table,
        await db.query(`SELECT ${columns} FROM ${table} ORDER BY 1, 2, 3, 4`),
      ]),
    ),
  );

test.each([1, 2, 3])(
  'kept up between random changes they are what a computation from scratch gives (%i)',
  async (seed) => {
    const random = createRandom(seed);
    const ids: string[] = [];
    const seen: Record<string, number> = {};
    let now = new Date(begin);
    for (let turn = 0; turn < 12; turn++) {
      for (let n = 0; n < 12; n++) {
        now = new Date(now.getTime() + random.below(DAY));
        await happen({ db, towns, random, ids, now });
      }
      // Some days nobody comes by.
      now = new Date(now.getTime() + random.below(12) * DAY);
      await refreshRollups(db, { asOf: now });
      await refreshFindings(db, { asOf: now, everyMs: 0 });
      if (turn % 4 < 3) continue;
      const kept = await rowsOf();
      for (const table of Object.keys(tables)) await db.query(`TRUNCATE ${table}`);
      await recomputeRollups(db, { asOf: now });
      expect(await rowsOf()).toEqual(kept);
      for (const table of Object.keys(tables)) seen[table] = (seen[table] ?? 0) + kept[table]!.length;
    }
    for (const table of Object.keys(tables)) expect([table, seen[table]]).not.toEqual([table, 0]);
  },
  120_000,
);

test('a change that is committed late is taken by the next run, and by nobody before', async () => {
  const asOf = new Date();
  const openedOn = async () =>
    (await db.query('SELECT sum(opened)::int AS opened FROM rollup_day'))[0].opened;
  const late = db.createQueryRunner();
  await late.startTransaction();
  try {
    await late.query(
      `INSERT INTO cases (id, number, kind, status, department_id, category_id, danger, emergency, priority, location,
         opened_at) VALUES ($1, 'late', 'problem', 'verifying', $2, $3, 1, 'none', 1,
         ST_SetSRID(ST_MakePoint(8.6, 44.9), 4326), $4)`,
      [randomUUID(), towns[0]!.departmentId, towns[0]!.categoryId, new Date(asOf.getTime() - 40 * DAY)],
    );
    await createCase(db, towns[0]!, { openedAt: new Date(asOf.getTime() - 2 * DAY) });
    await refreshRollups(db);
    expect(await openedOn()).toBe(1);
    await late.commitTransaction();
  } finally {
    await late.release();
  }
  await refreshRollups(db);
  expect(await openedOn()).toBe(2);
});

test('a rating goes with its report to the day of another case', async () => {
  const ago = (days: number) => new Date(Date.now() - days * DAY);
  const of = async (days: number) =>
    createCase(db, towns[0]!, { openedAt: ago(50), doneAt: ago(days), status: 'rating' });
  const [one, other] = [await of(30), await of(20)];
  await db.query(
    `INSERT INTO citizen_act (id, report_id, kind, stars, cycle)
     SELECT gen_random_uuid(), report_id, 'rating', 4, 1 FROM membership WHERE case_id = $1`,
    [one.id],
  );
  const rated = async () => {
    await refreshRollups(db);
    const days = await db.query(
      'SELECT rated, stars[4]::float8 AS four FROM rollup_day WHERE done > 0 ORDER BY day',
    );
    return days.map(({ rated, four }: { rated: number; four: number }) => [rated, four]);
  };
  expect(await rated()).toEqual([
    [1, 1],
    [0, 0],
  ]);
  await db.query('UPDATE membership SET case_id = $2 WHERE case_id = $1', [one.id, other.id]);
  expect(await rated()).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test('the first run computes what was there before anything was marked', async () => {
  const opened = async () => {
    await keepRollups(db);
    return (await db.query('SELECT sum(opened)::int AS opened FROM rollup_day'))[0].opened;
  };
  await createCase(db, towns[0]!, { openedAt: new Date(Date.now() - 100 * DAY) });
  await db.query('DELETE FROM rollup_mark');
  expect(await opened()).toBe(1);
  await createCase(db, towns[0]!, { openedAt: new Date(Date.now() - 100 * DAY) });
  expect(await opened()).toBe(2);
  // From then on it goes by the marks.
  await createCase(db, towns[0]!, { openedAt: new Date(Date.now() - 100 * DAY) });
  await db.query('DELETE FROM rollup_mark');
  expect(await opened()).toBe(2);
});

test('a computation that is interrupted loses nothing of what has changed', async () => {
  await keepRollups(db);
  await createCase(db, towns[0]!, { openedAt: new Date(Date.now() - 20 * DAY) });
  const interrupted = recomputeRollups(db, {
    onProgress() {
      throw new Error('interrupted');
    },
  });
  await expect(interrupted).rejects.toThrow('interrupted');
  await refreshRollups(db);
  const [{ opened }] = await db.query('SELECT sum(opened)::int AS opened FROM rollup_day');
  expect(opened).toBe(1);
});

test('what nothing changes is not computed anew, and two at once do it once', async () => {
  await createCase(db, towns[0]!);
  const both = await Promise.all([refreshRollups(db), refreshRollups(db)]);
  expect(both.filter((one) => one !== null).length).toBeGreaterThan(0);
  expect(await refreshRollups(db)).toEqual({ days: 1, cells: 0 });
  expect(await db.query('SELECT FROM rollup_mark')).toEqual([]);
});
