import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pino from 'pino';
import { createTestDatabase } from '../db/testing';
import { loadConfig } from '../temporal/config';
import { createApp } from './app';
import type { Deps } from './http/deps';

/**
 * The whole HTTP side on a random port, with a database and a data folder of its own, before a Temporal
 * that may be none. Call `stop` in afterAll.
 */
export async function startSite({
  temporal: given,
  env = {},
}: {
  temporal?: Client;
  env?: Record<string, string>;
} = {}) {
  const temporal = given ?? nobody();
  const database = await createTestDatabase();
  const config = loadConfig({
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    APP_SECRET: 'a'.repeat(40),
    SESSION_SECRET: 's'.repeat(40),
    DATA_DIR: mkdtempSync(path.join(tmpdir(), 'site-')),
    PUBLIC_URL: 'https://city.example',
    ...env,
  });
  const deps: Deps = { db: database.dataSource, temporal, config, log: pino({ level: 'silent' }) };
  const { origin, close } = await serve(deps);
  return {
    ...{ deps, db: deps.db, origin },
    async stop() {
      await close();
      if (!given) await temporal.connection.close();
      rmSync(config.dataDir, { recursive: true });
      await database.drop();
    },
  };
}
export type Site = Awaited<ReturnType<typeof startSite>>;

/** One more process of a site, as it were. */
export async function serve(deps: Deps): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createApp(deps).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A Temporal that never answers; nobody calls it twice. */
const nobody = () =>
  new Client({
    connection: Connection.lazy({ address: '127.0.0.1:1', connectTimeout: '200ms', interceptors: [] }),
  });
