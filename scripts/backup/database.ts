import { existsSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { clusterExists, startCluster } from '../../db/cluster';
import { run } from '../../db/cluster/command';
import { dropDatabase, withDatabase } from '../../db/template';

/** The product's database, opened for a copy. */
export interface OpenDatabase {
  url: string;
  /** pg_dump or pg_restore, of the server's version where the server is ours. */
  tool(name: 'pg_dump' | 'pg_restore'): string;
  /** Leaves the server as it was found: running or stopped. */
  close(): Promise<void>;
}

/**
 * @param databaseUrl what DATABASE_URL says, or the running product
 * @param make whether to make a private cluster where none is
 * @returns null when there is no database at all
 */
export async function openDatabase(
  dataDir: string,
  databaseUrl: string | undefined,
  make: boolean,
): Promise<OpenDatabase | null> {
  const dir = path.join(dataDir, 'postgres');
  if (!databaseUrl && !make && !(await clusterExists(dir))) return null;
  if (!databaseUrl || (await clusterExists(dir))) {
    const cluster = await startCluster({ dir });
    const close = async () => (cluster.adopted ? undefined : cluster.stop());
    if (!databaseUrl || databaseUrl === cluster.url) {
      return { url: cluster.url, tool: (name) => path.join(cluster.bindir, name), close };
    }
    await close();
  }
  return { url: databaseUrl, tool: (name) => name, close: async () => {} };
}

/** Writes the whole database to `file`. */
export async function dump({ url, tool }: OpenDatabase, file: string): Promise<void> {
  await must(tool('pg_dump'), ['--format=custom', '--no-owner', `--file=${file}`, `--dbname=${url}`]);
}

/** Replaces the database by the one in `file`; the old one goes only when the new one is whole. */
export async function restoreDump(database: OpenDatabase, file: string): Promise<void> {
  const { url, tool } = database;
  const name = new URL(url).pathname.slice(1);
  const aside = withDatabase(url, `${name}_restored`);
  await dropDatabase(aside);
  await administer(url, `CREATE DATABASE "${name}_restored"`);
  await must(tool('pg_restore'), ['--no-owner', '--exit-on-error', `--dbname=${aside}`, file]);
  await dropDatabase(url);
  await administer(url, `ALTER DATABASE "${name}_restored" RENAME TO "${name}"`);
}

/** Whether the product has ever written to this database. */
export async function isFilled({ url }: OpenDatabase): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT to_regclass('municipality') IS NOT NULL AS filled");
    return rows[0].filled;
  } finally {
    await client.end();
  }
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await run(command, args);
  if (code === 0) return;
  const name = path.basename(command);
  if (code === 127 && !existsSync(command)) throw new Error(`The command ${name} is not installed.`);
  throw new Error(`${name} failed: ${output.trim().split('\n')[0]}`);
}
