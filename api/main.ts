import { DefaultLogger, Runtime } from '@temporalio/worker';
import pino from 'pino';
import { createDataSource } from '../db/source';
import { mailQueue } from '../deliveries/queues';
import { connectTemporal } from '../temporal/client';
import { loadConfig } from '../temporal/config';
import { createApp } from './app';
import { createAttaching } from './intake/attach';

const POOL = 20;

async function main(): Promise<void> {
  const config = loadConfig();
  const log = pino({ name: 'api', level: config.logLevel });
  // It runs histories again for auditors; when to end is not for it to decide.
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
  const db = await createDataSource(config.databaseUrl, POOL).initialize();
  const temporal = connectTemporal(config);
  const queue = mailQueue(config.databaseUrl);
  queue.on('error', (error) => log.warn({ error: error.name }, 'queue'));
  const attach = createAttaching({ db, log });
  const app = createApp({ db, temporal, config, log, attach, mailQueue: queue });
  const server = app.listen(config.port, config.bind);
  await new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  process.send?.('ready');
  log.info({ port: config.port }, 'api ready');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
      process.once(signal as 'SIGTERM', () => resolve());
  });
  // Live connections of consoles would never end by themselves.
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 2000).unref();
  await closed;
  await queue.close();
  // Temporal's connection ends with the process: closed under a call that is being repeated, it would throw.
  await db.destroy();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : 'The API ended with an unknown error.');
    process.exit(1);
  },
);
