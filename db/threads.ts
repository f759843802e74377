import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Party } from '../domain/case/state';
import { Thread, ThreadMessage } from './entities';
import { appendLog } from './log';
import { writeNote } from './notes';
import { hashToken, rowToken } from './tokens';

/** The thread of a case with somebody; it begins with the first who asks for it. */
export async function threadWith(
  tx: EntityManager,
  caseId: string,
  { kind, id: partyId }: Party,
  appSecret: string,
): Promise<Thread> {
  const id = randomUUID();
  const tokenHash = hashToken(rowToken(appSecret, 'thread', id));
  await tx
    .createQueryBuilder()
    .insert()
    .into(Thread)
    .values({ id, caseId, kind, partyId, tokenHash })
    .orIgnore()
    .execute();
  return tx.findOneByOrFail(Thread, { caseId, kind, partyId });
}

/** Adds words to a thread; the case's log vouches for them. @returns the message's id */
export async function say(
  tx: EntityManager,
  { id: threadId, caseId, kind, partyId }: Thread,
  { words, ...author }: Pick<ThreadMessage, 'authorKind' | 'authorId'> & { words: string },
): Promise<string> {
  const id = randomUUID();
  const noteId = await writeNote(tx, { body: words });
  await tx.insert(ThreadMessage, { id, threadId, noteId, ...author });
  await appendLog(tx, {
    ...{ chain: `case:${caseId}`, factId: id, name: 'said', at: new Date(), public: false, noteId },
    actor: { kind: author.authorKind, id: author.authorId },
    data: { threadId, kind, id: partyId },
  });
  await tx.query(`SELECT pg_notify('case_changed', $1)`, [caseId]);
  return id;
}
