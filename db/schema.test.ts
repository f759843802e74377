import { createTestDatabase, type TestDatabase } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Migrations alone speak of links between tables and of most indexes; entities of tables and columns. */
const byHand = [/DROP CONSTRAINT ".*_fkey"/, /^(CREATE|DROP) INDEX /];

describe('the schema', () => {
  it('is the same by migrations and by entities', async () => {
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    const drift = upQueries
      .map(({ query }) => query)
      .filter((query) => !byHand.some((one) => one.test(query)));
    expect(drift).toEqual([]);
  });

  it('refuses to change, remove or empty the log', async () => {
    const { dataSource } = database;
    await dataSource.query(
      `INSERT INTO log_entry (chain, seq, fact_id, name, at, actor_kind, public, data, previous_hash, hash)
       VALUES ('settings', 1, 'x', 'changed', now(), 'system', false, '{}', '', '')`,
    );
    for (const attempt of [
      `UPDATE log_entry SET name = 'other'`,
      'DELETE FROM log_entry',
      'TRUNCATE log_entry',
    ]) {
      await expect(dataSource.query(attempt)).rejects.toThrow('the log is append-only');
    }
  });
});
