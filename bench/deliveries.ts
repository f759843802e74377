import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Subscriber } from '../db/entities';
import { createDataSource } from '../db/source';
import { type Receiver, startReceiver } from '../deliveries/testing-receiver';
import { withInstance } from './instance';
import { fillCases } from './lists/fill';

const DELIVERIES = Number(process.env.BENCH_DELIVERIES ?? 5000);
/** How long the slow subscriber thinks. */
const SLOW_MS = 3000;
const PATIENCE_MS = 10 * 60_000;
const TARGET_RATIO = 1.2;

export interface DeliveriesResult {
  deliveries: number;
  /** Seconds until a fast subscriber has had them all, alone, and beside a slow one that gets as many. */
  aloneSeconds: number;
  besideSlowSeconds: number;
  perSecond: number;
  ratio: number;
  targetRatio: number;
  /** What the slow one had by then, and what it can have at most, in its own time. */
  slowTaken: number;
}

/** Whether a slow subscriber delays a fast one. */
export const deliveries = (say: (line: string) => void): Promise<DeliveriesResult> =>
  withInstance({ rateLimitFactor: 1, say }, async ({ config }) => {
    const db = await createDataSource(config.databaseUrl, 2).initialize();
    const [first, second] = [await startReceiver(), await startReceiver()];
    const slow = await startReceiver((response) => {
      setTimeout(() => response.writeHead(204).end(), SLOW_MS);
    });
    try {
      await fillCases(db, 100);
      const aloneSeconds = await timeOf(db, [first], first);
      say(`alone: ${DELIVERIES} in ${aloneSeconds} s`);
      const besideSlowSeconds = await timeOf(db, [slow, second], second);
      say(`beside a slow one: ${DELIVERIES} in ${besideSlowSeconds} s`);
      return {
        deliveries: DELIVERIES,
        ...{ aloneSeconds, besideSlowSeconds },
        perSecond: Math.round(DELIVERIES / besideSlowSeconds),
        ratio: Math.round((besideSlowSeconds / aloneSeconds) * 100) / 100,
        targetRatio: TARGET_RATIO,
        slowTaken: slow.received.length,
      };
    } finally {
      await db.destroy();
      await Promise.all([first, second, slow].map((receiver) => receiver.close()));
    }
  });

/** Gives every receiver as many deliveries at the same instant. @returns seconds until `awaited` has had all of them */
async function timeOf(db: DataSource, receivers: Receiver[], awaited: Receiver): Promise<number> {
  for (const { url } of receivers) {
    const id = randomUUID();
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    await db.getRepository(Subscriber).insert({ id, name: id, url, secret, events: ['repaired'] });
  }
  await db.query(
    `INSERT INTO delivery (id, subscriber_id, event, case_id, fact_id, happened_at)
     SELECT gen_random_uuid(), s.id, 'repaired', (SELECT id FROM cases LIMIT 1), n::text, now()
     FROM generate_series(1, $1::int) n, subscriber s WHERE s.url = ANY($2)`,
    [DELIVERIES, receivers.map(({ url }) => url)],
  );
  const begun = performance.now();
  while (awaited.received.length < DELIVERIES) {
    if (performance.now() - begun > PATIENCE_MS) throw new Error(`only ${awaited.received.length} arrived`);
    await sleep(50);
  }
  return Math.round((performance.now() - begun) / 100) / 10;
}
