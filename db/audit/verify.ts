import type { KeyObject } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { type ArchiveFault, checkArchives } from './archives';
import { type ChainCheck, checkChains } from './chains';
import { checkDays, type DayFault } from './days';
import { checkEscalations, type EscalationFault } from './escalations';

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
    archives: ArchiveFault[];
    escalations: EscalationFault[];
  };
}

/**
 * Checks all that the audit rests on: every chain, the signed days, the archived histories, the list of late
 * work. What is written meanwhile belongs to the next verification.
 */
export const verifyAudit = (db: DataSource, publicKey: KeyObject): Promise<Verification> =>
  db.transaction('REPEATABLE READ', (tx) => verify(tx, publicKey));

async function verify(tx: EntityManager, publicKey: KeyObject): Promise<Verification> {
  const counts = { chains: 0, entries: 0, erased: 0 };
  const broken: ChainCheck[] = [];
  for await (const check of checkChains(tx)) {
    counts.chains += 1;
    counts.entries += check.entries;
    counts.erased += check.erased;
    if (!check.intact) broken.push(check);
  }
  const { days, last, faults } = await checkDays(tx, publicKey);
  const archives = await checkArchives(tx);
  return {
    ...counts,
    days,
    lastDay: last && { day: last.day, digest: last.digest.toString('hex') },
    archives: archives.count,
    faults: {
      chains: broken,
      days: faults,
      archives: archives.faults,
      escalations: await checkEscalations(tx),
    },
  };
}

/** Whether the verification found nothing wrong. */
export const isSound = ({ faults }: Verification): boolean =>
  Object.values(faults).every((list) => list.length === 0);
