import { Agency, Handover, Question, Supplier, Thread } from '../../db/entities';
import { hashToken } from '../../db/tokens';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';

/** How long a link opens: after a question's date, after an offer was made, after the last words of a thread. */
const LINK_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** What a link for those without an account opens. */
export interface Opened {
  question?: Question;
  offer?: Handover;
  thread?: Thread;
}

/**
 * The question, the offer or the thread that a token opens; of a supplier or an agency alone.
 * @throws DomainError `not-found` for a forged token, `link-expired` for an old one
 */
export async function openedBy({ db }: Pick<Deps, 'db'>, token: string): Promise<Opened> {
  const tokenHash = hashToken(token);
  const question = await db.getRepository(Question).findOneBy({ tokenHash });
  const offer = await db.getRepository(Handover).findOneBy({ tokenHash });
  const thread = await db.getRepository(Thread).findOneBy({ tokenHash });
  const found = question ?? offer ?? thread;
  if (!found || !(await isActive(db, found))) throw new DomainError('not-found');
  const from = question?.dueAt ?? offer?.offeredAt ?? (await lastWords(db, thread!));
  if (Date.now() > from.getTime() + LINK_DAYS * DAY_MS) throw new DomainError('link-expired');
  return question ? { question } : offer ? { offer } : { thread: thread! };
}

/** A supplier or an agency that works for the municipality; nobody else answers by a link. */
const isActive = async (
  db: Deps['db'],
  { kind, partyId: id }: Question | Handover | Thread,
): Promise<boolean> =>
  (kind === 'supplier' && (await db.getRepository(Supplier).existsBy({ id, active: true }))) ||
  (kind === 'agency' && (await db.getRepository(Agency).existsBy({ id, active: true })));

async function lastWords(db: Deps['db'], { id, createdAt }: Thread): Promise<Date> {
  const [{ last }] = await db.query(
    'SELECT max(created_at) AS last FROM thread_message WHERE thread_id = $1',
    [id],
  );
  return last ?? createdAt;
}

/** Who answers by it. */
export const authorOf = ({ kind, partyId }: Question | Handover | Thread) =>
  ({ authorKind: kind as 'supplier' | 'agency', authorId: partyId }) as const;
