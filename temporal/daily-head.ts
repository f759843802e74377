import type { DataSource } from 'typeorm';
import { signDay } from '../db/audit/daily-heads';
import { loadAuditKey } from '../db/audit/key';
import { User } from '../db/entities';
import { writeMessage } from '../deliveries/outbox';

const DAY_MS = 24 * 3600 * 1000;

/**
 * Signs the day that has ended (UTC), if nobody has, and mails digest, signature and public key to the
 * oversight body: whoever can write to the database still cannot rewrite what lies in their mailboxes.
 */
export async function signDays(db: DataSource, keyFile: string, now = new Date()): Promise<boolean> {
  const key = loadAuditKey(keyFile);
  const day = new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10);
  return db.transaction(async (tx) => {
    const head = await signDay(tx, key, day);
    if (!head) return false;
    const readers = await tx.findBy(User, { role: 'oversight', active: true });
    for (const { id, locale } of readers) {
      await writeMessage(tx, {
        event: 'daily-head',
        recipientKind: 'user',
        recipientId: id,
        locale,
        dedupeKey: `${day}:${id}`,
        data: {
          day,
          chains: Object.keys(head.heads).length,
          digest: head.digest.toString('hex'),
          signature: head.signature.toString('base64'),
          publicKey: key.publicPem,
        },
      });
    }
    return true;
  });
}
