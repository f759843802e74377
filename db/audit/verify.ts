import { createHash, type KeyObject } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { HistoryArchive } from '../entities';
import { type ChainCheck, checkChains } from './chains';
import { checkDays, type DayFault } from './days';

export interface Verification {
  chains: number;
  entries: number;
  /** Entries whose words were erased on request or after their period, as the log says. */
  erased: number;
  days: number;
  /** To hold against the mail that the oversight body got: nothing in the database proves that it is the last. */
  lastDay: { day: string; digest: string } | null;
  archives: number;
  faults: {
    chains: ChainCheck[];
    days: DayFault[];
    archives: { workflowId: string; runId: string }[];
  };
}

/** Checks all that the audit rests on: every chain, the signed days, the archived histories. */
export async function verifyAudit(db: DataSource, publicKey: KeyObject): Promise<Verification> {
  const counts = { chains: 0, entries: 0, erased: 0 };
  const broken: ChainCheck[] = [];
  for await (const check of checkChains(db)) {
    counts.chains += 1;
    counts.entries += check.entries;
    counts.erased += check.erased;
    if (!check.intact) broken.push(check);
  }
  const { days, last, faults } = await checkDays(db, publicKey);
  const archives = await checkArchives(db);
  return {
    ...counts,
    days,
    lastDay: last && { day: last.day, digest: last.digest.toString('hex') },
    archives: archives.count,
    faults: { chains: broken, days: faults, archives: archives.changed },
  };
}

/** Whether the verification found nothing wrong. */
export const isSound = ({ faults }: Verification): boolean =>
  Object.values(faults).every((list) => list.length === 0);

/** Archived histories are kept under the SHA-256 of their compressed text. */
async function checkArchives(db: DataSource) {
  const changed: { workflowId: string; runId: string }[] = [];
  const runs = await db.getRepository(HistoryArchive).find({ select: { workflowId: true, runId: true } });
  for (const { workflowId, runId } of runs) {
    const kept = await db.getRepository(HistoryArchive).findOneByOrFail({ workflowId, runId });
    const sha256 = createHash('sha256').update(kept.history).digest();
    if (!sha256.equals(kept.sha256)) changed.push({ workflowId, runId });
  }
  return { count: runs.length, changed };
}
