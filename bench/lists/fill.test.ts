import { seed } from '../../db/seed';
import { createTestDatabase, type TestDatabase } from '../../db/testing';
import { countByStatus, listCases } from '../../db/views/cases';
import { fillCases } from './fill';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
  await seed(test_.dataSource);
  await fillCases(test_.dataSource, 600);
});
afterAll(() => test_.drop());

const all = { scope: null };

test('every case has a report with words, which the inbox finds', async () => {
  const [{ cases, worded }] = await test_.dataSource.query(
    `SELECT (SELECT count(*)::int FROM cases) AS cases, count(*)::int AS worded FROM membership m
     JOIN report r ON r.id = m.report_id JOIN cases c ON c.id = m.case_id JOIN note n ON n.id = r.note_id
     WHERE n.digest IS NOT NULL AND n.body LIKE '% %'`,
  );
  expect([cases, worded]).toEqual([600, 600]);
  const found = await listCases(
    test_.dataSource,
    { ...all, q: 'lampione' },
    { start: 0, limit: 600, orderBy: 'c.id' },
  );
  expect(found.length).toBeGreaterThan(50);
  expect(found.length).toBeLessThan(600);
});

test('most cases are over, a few are in every state, some are late', async () => {
  const { byStatus, late } = await countByStatus(test_.dataSource, all);
  expect(byStatus.closed).toBeGreaterThan(350);
  for (const status of ['verifying', 'accepting', 'assigning', 'assigned', 'working', 'rating'] as const) {
    expect(byStatus[status]).toBeGreaterThan(0);
  }
  expect(late).toBeGreaterThan(0);
  expect(late).toBeLessThan(60);
});

test('departments differ in how much they have to do, and none stands without a category of its own', async () => {
  const rows: { count: number }[] = await test_.dataSource.query(
    `SELECT count(*)::int AS count FROM cases c JOIN category k ON k.id = c.category_id
     AND k.department_id = c.department_id GROUP BY c.department_id ORDER BY 1`,
  );
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(600);
  expect(rows.at(-1)!.count).toBeGreaterThan(3 * rows[0]!.count);
});
