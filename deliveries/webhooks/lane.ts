import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { Delivery, DeliveryTry, Subscriber } from '../../db/entities';
import { postWebhook, WebhookError } from '../webhook';
import { payloadOf } from './payload';
import { pauseAfter } from './schedule';

/** A lane gives way to others after so long: nobody's slowness holds a place for ever. */
const TURN_MS = 5_000;

/** Longer than any post takes: then whoever had it has died, and another may take it. */
const TAKEN_FOR = '60 seconds';

export interface LaneDependencies {
  db: DataSource;
  config: { allowPrivateWebhooks: boolean };
  log: Pick<Logger, 'warn'>;
  /** How long a receiver may take, in milliseconds. */
  timeoutMs?: number;
}

/**
 * Sends what is due for one subscriber, one after the other, until nothing is, its turn is over or `keepGoing` ends it.
 * Several lanes of one subscriber may run; a slow subscriber fills its own lanes, and not for long.
 * @returns how many were tried
 */
export async function drain(
  dependencies: LaneDependencies,
  subscriberId: string,
  keepGoing: () => boolean,
): Promise<number> {
  const turnEnds = performance.now() + TURN_MS;
  for (let tried = 0; ; tried++) {
    const delivery =
      keepGoing() && performance.now() < turnEnds ? await take(dependencies.db, subscriberId) : null;
    if (!delivery) return tried;
    await send(dependencies, delivery);
  }
}

/** The next that is due, marked so that nobody else takes it. */
async function take(db: DataSource, subscriberId: string): Promise<Delivery | null> {
  const [rows]: [{ id: string }[], number] = await db.query(
    `UPDATE delivery SET status = 'sending', next_at = now() + interval '${TAKEN_FOR}' WHERE id = (
       SELECT v.id FROM delivery v JOIN subscriber s ON s.id = v.subscriber_id
       WHERE v.subscriber_id = $1 AND v.status IN ('waiting', 'sending') AND v.next_at <= now() AND s.active
       ORDER BY v.next_at LIMIT 1 FOR UPDATE OF v SKIP LOCKED)
     RETURNING id`,
    [subscriberId],
  );
  return rows[0] ? db.getRepository(Delivery).findOneByOrFail({ id: rows[0].id }) : null;
}

async function send({ db, config, log, timeoutMs }: LaneDependencies, delivery: Delivery): Promise<void> {
  const { id, subscriberId } = delivery;
  const subscriber = await db.getRepository(Subscriber).findOneByOrFail({ id: subscriberId });
  const body = await payloadOf(db, delivery);
  const begun = performance.now();
  const answer = await postWebhook({
    ...{ url: subscriber.url, secrets: secretsOf(subscriber), id, body },
    ...{ allowPrivate: config.allowPrivateWebhooks, timeoutMs },
  }).catch((error: unknown) => (error instanceof WebhookError ? error : new WebhookError('unexpected')));
  const failure = typeof answer === 'number' ? null : answer;
  const milliseconds = Math.round(performance.now() - begun);
  const tries = delivery.tries + 1;
  const [status, error] = typeof answer === 'number' ? [answer, null] : [answer.status, answer.code];
  const pause = failure && pauseAfter(tries, failure.retryAfterMs, Math.random());
  await db.transaction(async (tx) => {
    await tx.insert(DeliveryTry, { id: randomUUID(), deliveryId: id, status, error, milliseconds });
    const told = { tries, lastStatus: status, lastError: error };
    if (!failure) await tx.update(Delivery, { id }, { ...told, status: 'sent', sentAt: new Date() });
    else if (pause === null || failure.status === 410) {
      await tx.update(Delivery, { id }, { ...told, status: 'failed' });
      const offReason = failure.status === 410 ? 'gone' : 'unreachable';
      await tx.update(Subscriber, { id: subscriberId }, { active: false, offReason, offAt: new Date() });
    } else {
      const nextAt = new Date(Date.now() + pause);
      await tx.update(Delivery, { id }, { ...told, status: 'waiting', nextAt });
    }
  });
  if (failure) log.warn({ deliveryId: id, code: failure.code, tries }, 'webhook not taken');
}

/** The new secret first; the old one beside it while it may still be in use. */
const secretsOf = ({ secret, oldSecret, oldSecretUntil }: Subscriber): string[] =>
  oldSecret && oldSecretUntil && oldSecretUntil > new Date() ? [secret, oldSecret] : [secret];
