import type { EntityManager } from 'typeorm';
import { Agency, type Message, Person, RoadOwner, Supplier, User } from '../db/entities';

/**
 * The address of a message's recipient at the moment of sending, or null: erased, switched off, or never
 * confirmed (somebody unconfirmed is only asked to confirm).
 */
export async function addressOf(tx: EntityManager, message: Message): Promise<string | null> {
  const { recipientKind, recipientId: id, event } = message;
  switch (recipientKind) {
    case 'person': {
      const person = await tx.findOneBy(Person, { id });
      const mayAsk = ['confirm-email', 'confirm-follow'].includes(event) && !person?.refusedAt;
      return person && (person.confirmedAt || mayAsk) ? person.email : null;
    }
    case 'user':
      return (await tx.findOneBy(User, { id, active: true }))?.email ?? null;
    case 'agency':
      return (await tx.findOneBy(Agency, { id, active: true }))?.email ?? null;
    case 'supplier':
      return (await tx.findOneBy(Supplier, { id, active: true }))?.email ?? null;
    case 'owner':
      return (await tx.findOneBy(RoadOwner, { id }))?.email ?? null;
  }
}
