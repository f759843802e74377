import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { once, runFolder } from '../testing/shared';
import { startCluster } from './cluster';
import { createDataSource } from './source';
import { cloneTemplate, createTemplate, dropDatabase, withDatabase } from './template';

export interface TestDatabase {
  /** Initialised and migrated; `drop` closes it. */
  dataSource: DataSource;
  url: string;
  /** Removes the database; throws when somebody still held a connection to it. */
  drop(): Promise<void>;
}

declare global {
  var openTestDatabases: Set<string> | undefined;
}

/** A migrated and otherwise empty database for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = (await once('template', makeTemplate)).url;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = withDatabase(template, name);
  await cloneTemplate(url, new URL(template).pathname.slice(1));
  globalThis.openTestDatabases ??= new Set();
  globalThis.openTestDatabases.add(url);
  const dataSource = createDataSource(url);
  await dataSource.initialize();
  return {
    dataSource,
    url,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      const leaked = await connectionsLeft(url);
      await dropDatabase(url);
      globalThis.openTestDatabases?.delete(url);
      if (leaked > 0) throw new Error(`${leaked} connection(s) to the test database were left open.`);
    },
  };
}

/** The template of this test run, on the server of DATABASE_URL or on a cluster of its own. */
async function makeTemplate(): Promise<{ url: string; given: boolean }> {
  const given = process.env.DATABASE_URL;
  const server = given ?? (await throwAwayCluster());
  const url = withDatabase(server, `template_${randomBytes(6).toString('hex')}`);
  await createTemplate(url);
  return { url, given: Boolean(given) };
}

async function throwAwayCluster(): Promise<string> {
  const { url } = await startCluster({
    dir: path.join(runFolder(), 'postgres'),
    // What a crash would lose nobody wants.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  return url;
}

/** Connections to `url` that are still open after those just closed had time to go. */
async function connectionsLeft(url: string): Promise<number> {
  const client = new Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    for (let attempt = 0; ; attempt++) {
      const { rows } = await client.query(
        'SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = $1',
        [new URL(url).pathname.slice(1)],
      );
      if (rows[0].open === 0 || attempt === 20) return rows[0].open;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await client.end();
  }
}

/**
 * Runs two things of which the second meets the first half done: the first waits where it adds to `chain`, which has to
 * exist, and goes on once the second waits as well.
 */
export async function meet<A, B>(
  db: DataSource,
  chain: string,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  const holder = db.createQueryRunner();
  try {
    await holder.startTransaction();
    await holder.query('SELECT FROM chain_head WHERE chain = $1 FOR UPDATE', [chain]);
    const one = first();
    await untilWaiting(db, 1);
    const other = second();
    await untilWaiting(db, 2);
    await holder.commitTransaction();
    return await Promise.all([one, other]);
  } finally {
    await holder.release();
  }
}

async function untilWaiting(db: DataSource, sessions: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const [{ waiting }] = await db.query(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting >= sessions) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Fewer than ${sessions} sessions wait for a lock.`);
}
