import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { startCluster } from '../../db/cluster';
import { ensureBinaries } from '../../db/cluster/install';
import { ensureTemporal } from '../cli';
import type { LauncherConfig } from '../config';
import { type DevServer, startDevServer } from '../dev-server';
import { ensureNamespace, reachable } from '../namespace';
import { freePort } from '../ports';
import { checkDatabase } from './database';
import { StartError } from './errors';
import { confirm, say } from './talk';

/** A server that the product uses. `stop` does nothing to one that belongs to somebody else. */
export interface Server {
  address: string;
  stop(): Promise<void>;
}

/** The database of DATABASE_URL, or a private cluster in the data folder. */
export async function openDatabase(config: LauncherConfig): Promise<Server> {
  if (config.databaseUrl) {
    await checkDatabase(config.databaseUrl);
    return { address: config.databaseUrl, stop: async () => {} };
  }
  const cluster = await startCluster({
    dir: path.join(config.dataDir, 'postgres'),
    talk: { say: (line) => say(`    ${line}`) },
  });
  return { address: cluster.url, stop: cluster.stop };
}

export interface TemporalServer extends Server {
  /** Address of Temporal's own web interface, when it is ours. */
  ui?: string;
}

/** Installs or downloads what the private servers need, before anything runs. */
export async function obtainServers(config: LauncherConfig, yes: boolean): Promise<void> {
  const report = (line: string) => say(`    ${line}`);
  if (!config.databaseUrl) {
    await ensureBinaries({ say: report, confirm: (question) => confirm(`    ${question}`, yes) });
  }
  if (!config.temporalAddress) await ensureTemporal(report);
}

/** Temporal at TEMPORAL_ADDRESS, or a development server with its state in the data folder. */
export async function openTemporal(
  config: LauncherConfig,
  events: { started(pid: number, mark: string): void; news(line: string): void },
): Promise<TemporalServer> {
  if (config.temporalAddress) {
    const address = config.temporalAddress;
    if (!(await reachable(address))) {
      throw new StartError(`No Temporal server answers at ${address} (TEMPORAL_ADDRESS).`);
    }
    await ensureNamespace(address, config.temporalNamespace);
    return { address, stop: async () => {} };
  }
  const folder = path.join(config.dataDir, 'temporal');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const dbFile = path.join(folder, 'temporal.db');
  const uiPort = await freePort(8233);
  const options = {
    executable: await ensureTemporal((line) => say(`    ${line}`)),
    port: await freePort(7233),
    uiPort,
    dbFile,
    logFile: path.join(config.dataDir, 'logs', 'temporal.log'),
    namespace: config.temporalNamespace,
  };
  if (existsSync(dbFile)) say('    Its workflows go on where they stopped.');

  let stopping = false;
  let server: DevServer;
  const begin = async () => {
    server = await startDevServer(options);
    events.started(server.pid, dbFile);
    // Clients know this address only: what died must come back at the same one.
    server.exited.then(() => {
      if (stopping) return;
      events.news('Temporal ended unexpectedly and starts again.');
      setTimeout(() => begin().catch((error: Error) => events.news(error.message)), 1000);
    });
  };
  await begin();
  return {
    address: `127.0.0.1:${options.port}`,
    ui: `http://localhost:${uiPort}`,
    stop: async () => {
      stopping = true;
      await server.stop();
    },
  };
}
