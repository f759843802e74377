import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type Case, WarrantyClaim } from '../db/entities';
import { appendLog } from '../db/log';
import { repairsOfPlace, returnOf } from '../db/warranty';
import type { Fact } from '../domain/case/facts';
import { type Actor, type CaseState, isOver, system } from '../domain/case/state';
import { claimOf } from '../domain/warranty/claim';
import { type ClaimEntry, moveOf } from '../domain/warranty/course';

/**
 * What a supplier owes again for a case, in the transaction that projects it: proposed when the problem is back, moved by
 * what becomes of its offer, withdrawn when the case ends first. Repeating it is harmless.
 */
export async function projectWarranty(
  tx: EntityManager,
  row: Pick<Case, 'id' | 'openedAt' | 'recurrenceOf'>,
  { state, facts }: { state: CaseState; facts: readonly Fact[] },
): Promise<void> {
  for (const fact of facts) {
    if (fact.name === 'opened' && row.recurrenceOf) await propose(tx, row.id, row.openedAt, fact.at);
    else if (fact.name === 'reopened') await propose(tx, row.id, new Date(fact.at), fact.at);
    else if (fact.data?.handoverId) await move(tx, fact);
  }
  if (isOver(state) && facts.length > 0) await withdrawRest(tx, row.id, facts.at(-1)!.at);
}

/** @param back since when the problem is there again: when it was reported, or the case was opened again */
async function propose(tx: EntityManager, caseId: string, back: Date, when: number): Promise<void> {
  const at = new Date(when);
  const grounds = claimOf(await returnOf(tx, caseId, back), await repairsOfPlace(tx, caseId));
  if (!grounds) return;
  const { repair, backOn, daysLeft, sameCategory } = grounds;
  const { id: repairId, caseId: repairedCaseId, supplierId, contractId, on, warrantyUntil } = repair;
  if (await tx.existsBy(WarrantyClaim, { caseId, repairId })) return;
  const claim = { id: randomUUID(), caseId, repairId, repairedCaseId, supplierId };
  await tx.insert(WarrantyClaim, {
    ...{ ...claim, contractId, repairedOn: on, warrantyUntil, backOn, sameCategory, proposedAt: at },
  });
  const why = { day: warrantyUntil, repairedOn: on, backOn, daysLeft, sameCategory };
  await record(tx, claim, {
    entry: 'warranty-proposed',
    factId: `warranty:${repairId}`,
    at,
    actor: system,
    why,
  });
}

async function move(tx: EntityManager, { name, at: when, actor, data }: Fact): Promise<void> {
  const [found]: { id: string }[] = await tx.query(
    'SELECT claim_id AS id FROM handover WHERE id = $1 AND claim_id IS NOT NULL',
    [data?.handoverId],
  );
  const claim = found && (await tx.findOneByOrFail(WarrantyClaim, found));
  const next = claim && moveOf(name, claim.state);
  if (!next) return;
  const { to, entry } = next;
  const at = new Date(when);
  const reason = data?.reason ? { reason: data.reason as string } : {};
  const factId = `warranty:${data?.handoverId}:${to}`;
  if (!(await record(tx, claim, { entry, factId, at, actor, why: { day: claim.warrantyUntil, ...reason } })))
    return;
  const by = actor.kind === 'user' ? actor.id : null;
  const who =
    to === 'sent' ? { sentBy: by, sentAt: at } : to === 'proposed' ? {} : { endedBy: by, endedAt: at };
  await tx.update(WarrantyClaim, { id: claim.id }, { state: to, ...who, ...reason });
}

/** Nobody can be asked for work on a case that has ended. */
async function withdrawRest(tx: EntityManager, caseId: string, when: number): Promise<void> {
  const at = new Date(when);
  for (const claim of await tx.findBy(WarrantyClaim, { caseId, state: 'proposed' })) {
    await tx.update(WarrantyClaim, { id: claim.id }, { state: 'withdrawn', endedAt: at });
    const factId = `warranty:${claim.id}:ended`;
    await record(tx, claim, { entry: 'warranty-withdrawn', factId, at, actor: system, why: {} });
  }
}

interface Entry {
  entry: ClaimEntry;
  factId: string;
  at: Date;
  actor: Actor;
  why: Record<string, unknown>;
}

const record = (
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
