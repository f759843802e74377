import type { EntityManager } from 'typeorm';
import { Agency, type Message, Person, RoadOwner, Supplier, User } from '../db/entities';

/** Whoever stopped all mails still gets the one that they ask for themselves. */
export const mayHaveOwnPage = ({ confirmedAt, mailsOffAt, refusedAt }: Person): boolean =>
  Boolean(confirmedAt || (mailsOffAt && !refusedAt));

/**
 * The address of a message's recipient at the moment of sending, or null: erased, switched off, or never
 * confirmed (somebody unconfirmed is only asked to confirm, whoever stopped all mails gets the link asked for).
 */
export async function addressOf(tx: EntityManager, message: Message): Promise<string | null> {
  const { recipientKind, recipientId: id, event } = message;
  switch (recipientKind) {
    case 'person': {
      const person = await tx.findOneBy(Person, { id });
      const mayAsk = ['confirm-email', 'confirm-follow'].includes(event) && !person?.refusedAt;
      const asked = event === 'me-link' && person && mayHaveOwnPage(person);
      return person && (person.confirmedAt || mayAsk || asked) ? person.email : null;
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
