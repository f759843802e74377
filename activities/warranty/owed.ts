import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { WarrantyClaim } from '../../db/entities';
import { appendLog } from '../../db/log';
import { repairsOfPlaces, returnOf } from '../../db/warranty';
import { type Actor, system } from '../../domain/case/state';
import { claimOf, daysBetween } from '../../domain/warranty/claim';
import { type ClaimEntry, endedByItself } from '../../domain/warranty/course';

/** What is owed to a case, and why. */
export type Owed = Pick<
  WarrantyClaim,
  | 'caseId'
  | 'repairId'
  | 'repairedCaseId'
  | 'supplierId'
  | 'contractId'
  | 'repairedOn'
  | 'warrantyUntil'
  | 'backOn'
  | 'sameCategory'
>;

/** Proposes a claim where the place's last repair is under warranty. @param back since when the problem is there again */
export async function propose(tx: EntityManager, caseId: string, back: Date, at: Date): Promise<void> {
  const grounds = claimOf(await returnOf(tx, caseId, back), await repairsOfPlaces(tx, [caseId]));
  if (!grounds) return;
  const { repair, backOn, sameCategory } = grounds;
  const { id: repairId, caseId: repairedCaseId, supplierId, contractId, on, warrantyUntil } = repair;
  const owed = { repairId, repairedCaseId, supplierId, contractId, repairedOn: on, warrantyUntil };
  await claim(tx, { caseId, ...owed, backOn, sameCategory }, at);
}

/** Once for a case and a repair; again only where the claim had ended by itself. */
export async function claim(tx: EntityManager, owed: Owed, at: Date): Promise<void> {
  const { caseId, repairId, repairedOn, warrantyUntil: day, backOn, sameCategory } = owed;
  const known = await tx.findOneBy(WarrantyClaim, { caseId, repairId });
  if (known && !endedByItself(known)) return;
  const id = known?.id ?? randomUUID();
  const isNew = await record(
    tx,
    { ...owed, id },
    {
      ...{ entry: 'warranty-proposed', factId: `warranty:${repairId}:${at.getTime()}`, at, actor: system },
      why: { day, repairedOn, backOn, daysLeft: daysBetween(backOn, day), sameCategory },
    },
  );
  if (!isNew) return;
  if (!known) await tx.insert(WarrantyClaim, { ...owed, id, proposedAt: at });
  else {
    const anew = { proposedAt: at, sentBy: null, sentAt: null, endedAt: null };
    await tx.update(WarrantyClaim, { id }, { ...owed, ...anew, state: 'proposed' });
  }
}

/** Nobody can be asked for work on a case that has ended, or for what it has given away. */
export async function withdraw(tx: EntityManager, claims: readonly WarrantyClaim[], at: Date): Promise<void> {
  for (const claim of claims) {
    const factId = `warranty:${claim.id}:ended:${at.getTime()}`;
    const entry = { entry: 'warranty-withdrawn', factId, at, actor: system, why: {} } as const;
    if (!(await record(tx, claim, entry))) continue;
    await tx.update(WarrantyClaim, { id: claim.id }, { state: 'withdrawn', endedAt: at });
  }
}

interface Entry {
  entry: ClaimEntry;
  factId: string;
  at: Date;
  actor: Actor;
  why: Record<string, unknown>;
}

/** What became of a claim, in its case's log. @returns false when it was there already */
export const record = (
  tx: EntityManager,
  claim: Pick<WarrantyClaim, 'id' | 'caseId' | 'repairedCaseId' | 'supplierId'>,
  { entry: name, factId, at, actor, why }: Entry,
): Promise<boolean> =>
  appendLog(tx, {
    ...{ chain: `case:${claim.caseId}`, factId, name, at, actor, public: false },
    data: {
      ...{ claimId: claim.id, kind: 'supplier', id: claim.supplierId, caseId: claim.repairedCaseId, ...why },
    },
  });
