import type { EntityManager } from 'typeorm';
import type { PartyKind } from '../domain/vocabulary';
import { Handover, Question, Supplier, Thread } from './entities';
import { hashToken, partyToken } from './tokens';

/** Of whose making a party's links are: a supplier's grows with each new link, nobody else has one. */
export async function linkEpochOf(
  tx: EntityManager,
  { kind, id }: { kind: PartyKind; id: string },
): Promise<number> {
  if (kind !== 'supplier') return 0;
  const supplier = await tx.findOne(Supplier, { select: { id: true, linkEpoch: true }, where: { id } });
  return supplier?.linkEpoch ?? 0;
}

const opened = { question: Question, offer: Handover, thread: Thread } as const;

/** Whatever a supplier's links have opened, only those of the new epoch open from now on. */
export async function renewLinks(
  tx: EntityManager,
  appSecret: string,
  { id: partyId, linkEpoch }: { id: string; linkEpoch: number },
): Promise<void> {
  for (const purpose of ['question', 'offer', 'thread'] as const) {
    const rows = await tx.find<{ id: string }>(opened[purpose], {
      select: { id: true },
      where: { kind: 'supplier', partyId } as never,
    });
    for (const { id } of rows) {
      const tokenHash = hashToken(partyToken(appSecret, purpose, id, linkEpoch));
      await tx.update(opened[purpose] as typeof Thread, { id }, { tokenHash });
    }
  }
}
