import { Handover, Question } from '../../db/entities';
import { hashToken } from '../../db/tokens';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';

/** How long after its date a question's link still says what became of it, and an offer's from its making. */
const LINK_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** What a link for those without an account opens. */
export type Opened = { question: Question; offer?: never } | { offer: Handover; question?: never };

/**
 * The question or the offer that a token opens; of a supplier or an agency alone.
 * @throws DomainError `not-found` for a forged token, `link-expired` for an old one
 */
export async function openedBy({ db }: Pick<Deps, 'db'>, token: string): Promise<Opened> {
  const tokenHash = hashToken(token);
  const question = await db.getRepository(Question).findOneBy({ tokenHash });
  const offer = question ? null : await db.getRepository(Handover).findOneBy({ tokenHash });
  const found = question ?? offer;
  if (!found || (found.kind !== 'supplier' && found.kind !== 'agency')) throw new DomainError('not-found');
  const until = (question?.dueAt ?? offer!.offeredAt).getTime() + LINK_DAYS * DAY_MS;
  if (Date.now() > until) throw new DomainError('link-expired');
  return question ? { question } : { offer: offer! };
}

/** Who answers by it. */
export const authorOf = ({ kind, partyId }: Question | Handover) =>
  ({ authorKind: kind as 'supplier' | 'agency', authorId: partyId }) as const;
