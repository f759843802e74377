import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { HistoryArchive, LogEntry } from '../entities';

/** `unlogged`: complete, but the log does not know of it. */
export interface ArchiveFault {
  workflowId: string;
  runId: string;
  how: 'changed' | 'removed' | 'unlogged';
}

/** The chain of the log that vouches for every complete history. */
export const ARCHIVES_CHAIN = 'archives';

/**
 * Holds the archived histories against their SHA-256, and the complete ones against the log, both ways.
 * One that its run has not completed yet is vouched for by nobody but itself.
 */
export async function checkArchives(db: EntityManager): Promise<{ count: number; faults: ArchiveFault[] }> {
  const faults: ArchiveFault[] = [];
  const vouched = await vouchedFor(db);
  const runs = await db.getRepository(HistoryArchive).find({ select: { workflowId: true, runId: true } });
  for (const run of runs) {
    const { history, sha256, complete } = await db.getRepository(HistoryArchive).findOneByOrFail(run);
    const { workflowId, runId } = run;
    const logged = vouched.get(runId);
    vouched.delete(runId);
    const same = createHash('sha256').update(history).digest().equals(sha256);
    if (complete && !logged) faults.push({ workflowId, runId, how: 'unlogged' });
    else if (!same || (logged && logged.sha256 !== sha256.toString('hex')))
      faults.push({ workflowId, runId, how: 'changed' });
  }
  for (const { workflowId, runId } of vouched.values()) faults.push({ workflowId, runId, how: 'removed' });
  return { count: runs.length, faults };
}

interface Vouched {
  workflowId: string;
  runId: string;
  sha256: string;
}

async function vouchedFor(db: EntityManager): Promise<Map<string, Vouched>> {
  const links = await db.getRepository(LogEntry).findBy({ chain: ARCHIVES_CHAIN, name: 'archived' });
  return new Map(links.map(({ data }) => [String(data.runId), data as unknown as Vouched]));
}
