import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startCluster, stopCluster } from '../../db/cluster';
import { backup, restore } from './archive';

let base: string;
const at = (...names: string[]) => path.join(base, ...names);
const options = (dataDir: string) => ({
  dataDir: at(dataDir),
  databaseUrl: undefined,
  file: at('kept.tar.gz'),
});

beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'benecomune-backup-'));
  // PostgreSQL's own user must be able to pass through.
  chmodSync(base, 0o755);
  for (const folder of ['photos', 'secrets', 'temporal']) mkdirSync(at('data', folder), { recursive: true });
  writeFileSync(at('data', 'photos', 'a.jpg'), 'picture');
  writeFileSync(at('data', 'secrets', 'app'), 'hidden');
  writeFileSync(at('data', 'temporal', 'temporal.db'), 'workflows');
  const cluster = await startCluster({ dir: at('data', 'postgres') });
  await query(
    cluster.url,
    `CREATE EXTENSION postgis;
     CREATE TABLE municipality AS SELECT 'Alessandria' AS name, ST_MakePoint(8.6, 44.9) AS centre`,
  );
  await cluster.stop();
});

afterAll(async () => {
  for (const folder of ['data', 'other']) await stopCluster(at(folder, 'postgres'));
  rmSync(base, { recursive: true });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function municipalities(dataDir: string): Promise<unknown[]> {
  const cluster = await startCluster({ dir: at(dataDir, 'postgres') });
  const rows = await query(cluster.url, 'SELECT name, ST_AsText(centre) AS centre FROM municipality');
  await cluster.stop();
  return rows;
}

const alessandria = [{ name: 'Alessandria', centre: 'POINT(8.6 44.9)' }];

test('what was saved comes back elsewhere, whole', async () => {
  const made = await backup({ ...options('data'), running: false });
  expect(made.temporal).toBe(true);
  expect(statSync(at('kept.tar.gz')).mode & 0o077).toBe(0);

  const restored = await restore({ ...options('other'), force: false });
  expect(restored).toEqual(made);
  expect(await municipalities('other')).toEqual(alessandria);
  expect(readFileSync(at('other', 'photos', 'a.jpg'), 'utf8')).toBe('picture');
  expect(readFileSync(at('other', 'secrets', 'app'), 'utf8')).toBe('hidden');
  expect(readFileSync(at('other', 'temporal', 'temporal.db'), 'utf8')).toBe('workflows');
  expect(existsSync(at('other', 'backup-staging'))).toBe(false);
});

test('nothing is replaced without --force', async () => {
  await expect(restore({ ...options('data'), force: false })).rejects.toThrow('add --force');
  expect(await municipalities('data')).toEqual(alessandria);
});

test('with --force the old state is gone, with its workflows when the backup has none', async () => {
  const cluster = await startCluster({ dir: at('data', 'postgres') });
  // Taken while the server runs, as of a running product: Temporal's file is left out.
  const made = await backup({ ...options('data'), databaseUrl: cluster.url, running: true });
  expect(made.temporal).toBe(false);
  await query(cluster.url, "UPDATE municipality SET name = 'Asti'");
  writeFileSync(at('data', 'photos', 'later.jpg'), 'later');
  await cluster.stop();

  await restore({ ...options('data'), force: true });
  expect(await municipalities('data')).toEqual(alessandria);
  expect(existsSync(at('data', 'photos', 'later.jpg'))).toBe(false);
  expect(existsSync(at('data', 'temporal'))).toBe(false);
});

test('a file that is no backup changes nothing', async () => {
  const file = at('broken.tar.gz');
  const whole = readFileSync(at('kept.tar.gz'));
  writeFileSync(file, whole.subarray(0, whole.length / 2));
  await expect(restore({ ...options('data'), file, force: true })).rejects.toThrow('not a whole backup');
  expect(await municipalities('data')).toEqual(alessandria);
});

test('an empty data folder has nothing to save', async () => {
  await expect(backup({ ...options('empty'), running: false })).rejects.toThrow('nothing to back up');
});
