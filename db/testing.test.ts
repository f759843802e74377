import { Client } from 'pg';
import { createTestDatabase } from './testing';

test('a test database has the migrated schema and nobody else’s rows', async () => {
  const one = await createTestDatabase();
  const two = await createTestDatabase();
  expect(await one.dataSource.showMigrations()).toBe(false);
  await one.dataSource.query('CREATE TABLE only_here (id int)');
  const seen = await two.dataSource.query("SELECT to_regclass('only_here') AS found");
  expect(seen).toEqual([{ found: null }]);
  const [{ version }] = await two.dataSource.query('SELECT postgis_version() AS version');
  expect(version).toMatch(/^3\./);
  await one.drop();
  await two.drop();
});

test('a connection left open fails the file', async () => {
  const { url, drop } = await createTestDatabase();
  const forgotten = new Client({ connectionString: url });
  forgotten.on('error', () => {});
  await forgotten.connect();
  await expect(drop()).rejects.toThrow('1 connection(s)');
});
