import { type EntityManager, In } from 'typeorm';
import { WarrantyClaim } from '../../db/entities';
import { repairsOfPlaces } from '../../db/warranty';
import type { CaseState } from '../../domain/case/state';
import { lastOf } from '../../domain/warranty/claim';
import { endedByItself } from '../../domain/warranty/course';
import { claim, type Owed, withdraw } from './owed';

/** What is owed to a case that became part of another is owed to that one, unless it was refused or given up. */
export async function takeOver(tx: EntityManager, caseId: string, from: string, at: Date): Promise<void> {
  for (const brought of await tx.findBy(WarrantyClaim, { caseId: from })) {
    const settled = brought.state === 'refused' || (brought.state === 'withdrawn' && !endedByItself(brought));
    if (!settled && (await isLast(tx, brought, [caseId, from])))
      await claim(tx, { ...owedBy(brought), caseId }, at);
  }
}

/** What only the case that has gone brought goes with it. */
export async function giveBack(tx: EntityManager, { caseId, absorbed }: CaseState, at: Date): Promise<void> {
  const claims = await tx.findBy(WarrantyClaim, { caseId, state: 'proposed' });
  if (claims.length === 0) return;
  const own = await repairsOfPlaces(tx, [caseId]);
  const left = await tx.findBy(WarrantyClaim, { caseId: In((absorbed ?? []).map((one) => one.caseId)) });
  const stays = new Set([...own.map(({ id }) => id), ...left.map(({ repairId }) => repairId)]);
  await withdraw(
    tx,
    claims.filter(({ repairId }) => !stays.has(repairId)),
    at,
  );
}

/** A case that is its own again is owed what the merge had ended. */
export async function bringBack(tx: EntityManager, caseId: string, at: Date): Promise<void> {
  for (const ended of (await tx.findBy(WarrantyClaim, { caseId })).filter(endedByItself))
    if (await isLast(tx, ended, [caseId])) await claim(tx, owedBy(ended), at);
}

/** Has nobody repaired the place since, nor that of the case which it is owed to? */
const isLast = async (tx: EntityManager, { repairId, repairedCaseId }: Owed, caseIds: string[]) =>
  lastOf(await repairsOfPlaces(tx, [...caseIds, repairedCaseId]))?.id === repairId;

const owedBy = (claim: WarrantyClaim): Owed => {
  const { caseId, repairId, repairedCaseId, supplierId, contractId } = claim;
  const { repairedOn, warrantyUntil, backOn, sameCategory } = claim;
  return {
    ...{ caseId, repairId, repairedCaseId, supplierId, contractId },
    ...{ repairedOn, warrantyUntil, backOn, sameCategory },
  };
};
