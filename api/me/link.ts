import { randomUUID } from 'node:crypto';
import { type EntityManager, MoreThan } from 'typeorm';
import { CitizenLink, Message, Person } from '../../db/entities';
import { citizenToken, hashToken } from '../../db/tokens';
import { mayHaveOwnPage } from '../../deliveries/addresses';
import { writeMessage } from '../../deliveries/outbox';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';

const DAY_MS = 24 * 3_600_000;
const LINK_DAYS = 30;
/** However often somebody asks, one mail in so long. */
const AGAIN_MS = 10 * 60_000;

/** Makes a link to the own page work; a message that holds `meId` carries it. */
export async function openOwnPage(
  tx: EntityManager,
  appSecret: string,
  personId: string,
): Promise<{ meId: string; expiresAt: number }> {
  const meId = randomUUID();
  const expiresAt = Date.now() + LINK_DAYS * DAY_MS;
  const token = citizenToken(appSecret, { purpose: 'me', personId, about: meId });
  await tx.insert(CitizenLink, {
    ...{ tokenHash: hashToken(token), purpose: 'me', personId, expiresAt: new Date(expiresAt) },
  });
  return { meId, expiresAt };
}

/** Mails the link where the address is known and was confirmed; else does nothing, and says so to nobody. */
export async function mailOwnPage({ db, config }: Deps, email: string): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await tx.findOne(Person, { where: { email }, lock: { mode: 'for_no_key_update' } });
    if (!person || !mayHaveOwnPage(person)) return;
    const { id: personId, locale } = person;
    const createdAt = MoreThan(new Date(Date.now() - AGAIN_MS));
    if (await tx.existsBy(Message, { event: 'me-link', recipientId: personId, createdAt })) return;
    const data = await openOwnPage(tx, config.appSecret, personId);
    await writeMessage(tx, {
      ...{ event: 'me-link', recipientKind: 'person', recipientId: personId, locale, data },
      dedupeKey: data.meId,
    });
  });
}

/** Whose page a link opens, and until when. @throws DomainError `not-found`, `link-expired` */
export async function ownerOf({ db }: Deps, token: string): Promise<CitizenLink> {
  const link = await db.getRepository(CitizenLink).findOneBy({ tokenHash: hashToken(token), purpose: 'me' });
  if (!link) throw new DomainError('not-found');
  if (link.expiresAt.getTime() < Date.now()) throw new DomainError('link-expired');
  return link;
}
