import type { EntityManager } from 'typeorm';
import { type Case, WarrantyClaim } from '../db/entities';
import { backSince } from '../db/warranty';
import type { Fact } from '../domain/case/facts';
import { type CaseState, isOver } from '../domain/case/state';
import { moveOf } from '../domain/warranty/course';
import { bringBack, giveBack, takeOver } from './warranty/merge';
import { propose, record, withdraw } from './warranty/owed';

/**
 * What a supplier owes again for a case, in the transaction that projects it: proposed when the problem is back, moved by
 * what becomes of its offer, withdrawn when the case ends first. It goes with a case that is merged into another, and comes
 * back with it. Repeating it is harmless.
 */
export async function projectWarranty(
  tx: EntityManager,
  row: Pick<Case, 'id' | 'openedAt' | 'recurrenceOf'>,
  { state, facts }: { state: CaseState; facts: readonly Fact[] },
): Promise<void> {
  const { id } = row;
  for (const fact of facts) {
    const at = new Date(fact.at);
    if (fact.name === 'opened' && row.recurrenceOf) await propose(tx, id, row.openedAt, at);
    else if (fact.name === 'reopened') await propose(tx, id, await backSince(tx, id, at), at);
    else if (fact.name === 'absorbed') await takeOver(tx, id, String(fact.data?.caseId), at);
    else if (fact.name === 'unabsorbed') await giveBack(tx, state, at);
    else if (fact.name === 'unmerged') await bringBack(tx, id, at);
    else if (fact.data?.handoverId) await move(tx, fact);
  }
  if (!isOver(state) || facts.length === 0) return;
  const proposed = await tx.findBy(WarrantyClaim, { caseId: id, state: 'proposed' });
  await withdraw(tx, proposed, new Date(facts.at(-1)!.at));
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
