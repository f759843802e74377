import { DefaultLogger, Runtime } from '@temporalio/worker';
import pino from 'pino';
import { createDataSource } from '../db/source';
import { connectTemporal } from './client';
import { loadConfig } from './config';
import { startSweeper } from './sweeper';
import { startWorkers } from './worker';

/** Workers of both task queues hold a connection for each activity at most. */
const POOL = 24;

async function main(): Promise<void> {
  const config = loadConfig();
  const log = pino({ name: 'worker', level: config.logLevel });
  Runtime.install({
    // The end is ours to order: first the sweeper, then the workers, then the connections.
    shutdownSignals: [],
    logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
      log[level === 'ERROR' ? 'error' : 'warn']({ ...meta }, message),
    ),
  });
  const db = await createDataSource(config.databaseUrl, POOL).initialize();
  const client = connectTemporal(config);
  const workers = await startWorkers({ config, db, client });
  const sweeper = startSweeper({ client, db, config, log });
  const ended = new Promise<void>((resolve, reject) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
    // A launcher that is gone leaves no orphans behind.
    process.once('disconnect', () => resolve());
    workers.ended.then(resolve, reject);
  });
  process.send?.('ready');
  log.info('worker ready');
  try {
    await ended;
  } finally {
    await sweeper.stop();
    await workers.stop();
    await client.connection.close();
    await db.destroy();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : 'The worker ended with an unknown error.');
    process.exit(1);
  },
);
