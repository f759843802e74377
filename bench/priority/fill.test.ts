import { weighAll } from '../../activities/priority';
import { seed } from '../../db/seed';
import { createTestDatabase, type TestDatabase } from '../../db/testing';
import { fillOpenCases } from './fill';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await seed(database.dataSource);
  await fillOpenCases(database.dataSource, 1500, 60);
});
afterAll(() => database.drop());

const one = async (sql: string) => (await database.dataSource.query(sql))[0];

test('most cases are open, some with many people, some of whom were judged before', async () => {
  const { open, crowd, confirmed, judged } = await one(
    `SELECT (SELECT count(*)::int FROM cases WHERE status NOT IN ('closed','rejected','answered')) AS open,
       (SELECT max(members) FROM cases) AS crowd,
       (SELECT count(*)::int FROM report r JOIN person p ON p.id = r.person_id WHERE p.confirmed_at IS NOT NULL) AS confirmed,
       (SELECT count(*)::int FROM qualification) AS judged`,
  );
  expect(open).toBeGreaterThan(1200);
  expect(crowd).toBeGreaterThan(20);
  expect(confirmed).toBeGreaterThan(100);
  expect(judged).toBeGreaterThan(20);
});

test('they get priorities of every band, of every part', async () => {
  expect(await weighAll(database.dataSource, { slaSpeed: 1 })).toBeGreaterThan(1200);
  const { bands, ...points } = await one(
    `SELECT count(DISTINCT band)::int AS bands, ${['danger', 'people', 'place', 'deadline', 'age']
      .map((part) => `max((priority_parts->'points'->>'${part}')::int) AS ${part}`)
      .join(', ')} FROM cases WHERE status NOT IN ('closed','rejected','answered')`,
  );
  expect(bands).toBe(4);
  for (const most of Object.values(points)) expect(most).toBeGreaterThan(5);
});
