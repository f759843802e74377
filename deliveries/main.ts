import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { createDataSource } from '../db/source';
import { loadConfig } from '../temporal/config';
import { dispatch } from './dispatch';
import { mailQueue, mailWorker, webhookQueue, webhookWorker } from './queues';
import { createSender } from './send';
import { dispatchLanes } from './webhooks/dispatch';
import { drain } from './webhooks/lane';

const EVERY_MS = 1000;

async function main(): Promise<void> {
  const config = loadConfig();
  const log = pino({ name: 'deliveries', level: config.logLevel });
  const db = await createDataSource(config.databaseUrl).initialize();
  const queue = mailQueue(config.databaseUrl);
  const sender = createSender(db, config, log);
  const worker = mailWorker(config.databaseUrl, sender.send);
  const stop = new AbortController();
  const lanes = webhookQueue(config.databaseUrl);
  const carrier = webhookWorker(config.databaseUrl, (subscriberId) =>
    drain({ db, config, log }, subscriberId, () => !stop.signal.aborted),
  );
  const complain = (error: Error) => log.warn({ error: error.name }, 'queue');
  queue.on('error', complain);
  worker.on('error', complain);
  lanes.on('error', complain);
  carrier.on('error', complain);
  await Promise.all([queue, worker, lanes, carrier].map((part) => part.waitUntilReady()));

  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
    process.once(signal as 'SIGTERM', () => stop.abort());
  }
  process.send?.('ready');
  log.info('deliveries ready');
  while (!stop.signal.aborted) {
    await dispatch(db, queue).catch((error: Error) => log.warn({ error: error.name }, 'dispatch'));
    await dispatchLanes(db, lanes).catch((error: Error) => log.warn({ error: error.name }, 'lanes'));
    await setTimeout(EVERY_MS, undefined, { signal: stop.signal }).catch(() => {});
  }
  await Promise.all([worker.close(), carrier.close()]);
  await Promise.all([queue.close(), lanes.close()]);
  sender.close();
  await db.destroy();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : 'Deliveries ended with an unknown error.');
    process.exit(1);
  },
);
