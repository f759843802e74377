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
  temporal = nobody(),
  env = {},
}: {
  temporal?: Client;
  env?: Record<string, string>;
} = {}) {
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
  const server = createApp(deps).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    deps,
    db: deps.db,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(config.dataDir, { recursive: true });
      await database.drop();
    },
  };
}
export type Site = Awaited<ReturnType<typeof startSite>>;

/** A Temporal that never answers. */
const nobody = () =>
  new Client({ connection: Connection.lazy({ address: '127.0.0.1:1', connectTimeout: '200ms' }) });
