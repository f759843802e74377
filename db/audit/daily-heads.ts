import { createHash, sign } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { canonical, genesis } from '../../domain/audit/chain';
import { DailyHead } from '../entities';
import type { AuditKey } from './key';

/** Last link of a chain: its place and its hash in hex. */
export type Heads = Record<string, [number, string]>;

/** What a day's signature stands for: the day before it, and every chain that moved since. */
export const dayDigest = (previousDigest: string, day: string, heads: Heads): Buffer =>
  createHash('sha256')
    .update(`${previousDigest}\n${canonical({ day, heads })}`, 'utf8')
    .digest();

/** Any number that nothing else uses: one process signs at a time. */
const LOCK = 7_203_115;

/**
 * Signs the heads of all chains that moved since the last signature, once a day.
 * @param day `YYYY-MM-DD`, the day that has ended
 * @returns null when the day, or a later one, was signed already
 */
export async function signDay(tx: EntityManager, key: AuditKey, day: string): Promise<DailyHead | null> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const [last] = await tx.find(DailyHead, {
    select: { day: true, digest: true },
    order: { day: 'DESC' },
    take: 1,
  });
  if (last && last.day >= day) return null;
  const heads = await movedHeads(tx);
  const previousDigest = last?.digest ?? Buffer.from(genesis, 'hex');
  const digest = dayDigest(previousDigest.toString('hex'), day, heads);
  const signature = sign(null, digest, key.privateKey);
  const head = { day, heads, digest, previousDigest, signature, signedAt: new Date() };
  await tx.insert(DailyHead, head as never);
  return head;
}

async function movedHeads(tx: EntityManager): Promise<Heads> {
  const rows: { chain: string; seq: number; hash: Buffer }[] = await tx.query(
    `SELECT h.chain, h.seq, h.hash FROM chain_head h
     LEFT JOIN (SELECT s.key AS chain, max((s.value->>0)::int) AS seq
                FROM daily_head d, jsonb_each(d.heads) s GROUP BY s.key) signed ON signed.chain = h.chain
     WHERE h.seq > COALESCE(signed.seq, 0) ORDER BY h.chain`,
  );
  return Object.fromEntries(rows.map(({ chain, seq, hash }) => [chain, [seq, hash.toString('hex')]]));
}
