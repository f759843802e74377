import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { ClusterError, startCluster, stopCluster } from '.';
import { matching } from './binaries';
import { preparePlace } from './place';

let base: string;

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'benecomune-cluster-'));
  // PostgreSQL's own user must be able to pass through.
  chmodSync(base, 0o755);
});
afterEach(async () => {
  await stopCluster(path.join(base, 'postgres'));
  rmSync(base, { recursive: true, force: true });
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

test('starts, is adopted, keeps its data and its port over a stop', async () => {
  const dir = path.join(base, 'postgres');
  const first = await startCluster({ dir });
  await query(first.url, 'CREATE EXTENSION postgis');
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');

  const adopted = await startCluster({ dir });
  expect(adopted.url).toBe(first.url);

  await adopted.stop();
  await expect(query(first.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);

  const again = await startCluster({ dir });
  expect(again.port).toBe(first.port);
  expect(await query(again.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await again.stop();
});

test('listens on this machine only and asks for the password', async () => {
  const cluster = await startCluster({ dir: path.join(base, 'postgres') });
  expect(await query(cluster.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  const stranger = cluster.url.replace(/:[0-9a-f]+@/, ':wrong@');
  await expect(query(stranger, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  expect(statSync(path.join(cluster.dir, 'password')).mode & 0o077).toBe(0);
  await cluster.stop();
});

test('an interrupted first start does not stand in the way', async () => {
  const dir = path.join(base, 'postgres');
  mkdirSync(path.join(dir, 'pgdata.unfinished'), { recursive: true });
  writeFileSync(path.join(dir, 'pgdata.unfinished', 'PG_VERSION'), '15');
  const cluster = await startCluster({ dir });
  expect(await query(cluster.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await cluster.stop();
});

test('a taken port is told in one sentence', async () => {
  const other = await startCluster({ dir: path.join(base, 'postgres') });
  const failing = startCluster({ dir: path.join(base, 'second'), port: other.port });
  await expect(failing).rejects.toThrow(ClusterError);
  await expect(failing).rejects.toThrow(`PostgreSQL did not start on port ${other.port}`);
  await other.stop();
});

test('binaries of another version than the data are refused', () => {
  writeFileSync(path.join(base, 'PG_VERSION'), '12\n');
  const available = [{ bindir: '/usr/lib/postgresql/17/bin', major: 17 }];
  expect(() => matching(available, base)).toThrow(/made by PostgreSQL 12/);
  expect(matching(available, path.join(base, 'absent')).major).toBe(17);
});

test('goes elsewhere when the folder is closed to the server, and says so', async () => {
  mkdirSync(path.join(base, 'closed'), { mode: 0o700 });
  const wanted = path.join(base, 'closed', 'postgres');
  const place = await preparePlace(wanted);
  // An ordinary user runs the server itself and may enter its own folders.
  if (process.getuid?.() !== 0) {
    expect(place).toEqual({ dir: wanted, owner: undefined, note: undefined });
    return;
  }
  expect(place.dir).toMatch(/^\/var\/lib\/benecomune\/[0-9a-f]{12}$/);
  expect(place.note).toContain(place.dir);
  expect(existsSync(place.dir)).toBe(true);
  rmSync(place.dir, { recursive: true });
});
