import { type KeyObject, verify } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { genesis } from '../../domain/audit/chain';
import { DailyHead } from '../entities';
import { dayDigest } from './daily-heads';

/** What a signed day found wrong. */
export interface DayFault {
  day: string;
  /** `forged`: not what was signed; `removed`: a day before it is gone; else a chain that was vouched for. */
  how: 'forged' | 'removed' | 'chain-changed' | 'chain-removed';
  chain?: string;
}

/** Checks the signatures of all days, that each follows the one before, and that the chains still hold what was signed. */
export async function checkDays(
  db: EntityManager,
  publicKey: KeyObject,
): Promise<{ days: number; last: DailyHead | null; faults: DayFault[] }> {
  const days = await db.getRepository(DailyHead).find({ order: { day: 'ASC' } });
  const faults: DayFault[] = [];
  let previous = genesis;
  for (const { day, heads, digest, previousDigest, signature } of days) {
    const before = previousDigest.toString('hex');
    if (before !== previous) faults.push({ day, how: 'removed' });
    const signed = verify(null, digest, publicKey, signature);
    if (!signed || !dayDigest(before, day, heads).equals(digest)) faults.push({ day, how: 'forged' });
    previous = digest.toString('hex');
  }
  return { days: days.length, last: days.at(-1) ?? null, faults: [...faults, ...(await brokenWords(db))] };
}

/** The links that a day vouched for and that are gone or others now. */
const brokenWords = (db: EntityManager): Promise<DayFault[]> =>
  db.query(
    `SELECT d.day::text AS day, s.key AS chain,
       CASE WHEN l.chain IS NULL THEN 'chain-removed' ELSE 'chain-changed' END AS how
     FROM daily_head d CROSS JOIN LATERAL jsonb_each(d.heads) s
     LEFT JOIN log_entry l ON l.chain = s.key AND l.seq = (s.value->>0)::int
     WHERE l.chain IS NULL OR encode(l.hash, 'hex') <> s.value->>1
     ORDER BY d.day, s.key`,
  );
