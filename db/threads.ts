import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Party } from '../domain/case/state';
import { Thread, ThreadMessage } from './entities';
import { appendLog } from './log';
import { writeNote } from './notes';
import { linkEpochOf } from './party-links';
import { hashToken, partyToken } from './tokens';

/** The thread of a case with somebody; it begins with the first who asks for it. */
export async function threadWith(
  tx: EntityManager,
  caseId: string,
  { kind, id: partyId }: Party,
  appSecret: string,
): Promise<Thread> {
  const id = randomUUID();
  const epoch = await linkEpochOf(tx, { kind, id: partyId });
  const tokenHash = hashToken(partyToken(appSecret, 'thread', id, epoch));
  await tx
    .createQueryBuilder()
    .insert()
    .into(Thread)
    .values({ id, caseId, kind, partyId, tokenHash })
    .orIgnore()
    .execute();
  return tx.findOneByOrFail(Thread, { caseId, kind, partyId });
}

/**
 * The conversations of reports go where these have gone, so that who has the case now hears and reads. One that was begun
 * there before stays apart.
 */
export const moveThreads = (
  tx: EntityManager,
  { from, to }: { from: string; to: string },
  reportIds: readonly string[],
): Promise<unknown> =>
  tx.query(
    `UPDATE thread t SET case_id = $2 WHERE t.case_id = $1 AND t.kind = 'citizen' AND t.party_id = ANY($3::uuid[])
       AND NOT EXISTS (SELECT FROM thread o WHERE o.case_id = $2 AND o.kind = 'citizen' AND o.party_id = t.party_id)`,
    [from, to, reportIds],
  );

export interface Saying extends Pick<ThreadMessage, 'authorKind' | 'authorId'> {
  words: string;
  /** SHA-256 of each file, in hexadecimal. */
  digests?: string[];
  id?: string;
}

/**
 * Adds words to a thread; the case's log vouches for them and for the files that go with them.
 * @param id given by the caller where the files have it already
 * @returns the message's id
 */
export async function say(
  tx: EntityManager,
  { id: threadId, caseId, kind, partyId }: Thread,
  { words, digests = [], id = randomUUID(), ...author }: Saying,
): Promise<string> {
  const noteId = await writeNote(tx, { body: words });
  await tx.insert(ThreadMessage, { id, threadId, noteId, ...author });
  await appendLog(tx, {
    ...{ chain: `case:${caseId}`, factId: id, name: 'said', at: new Date(), public: false, noteId },
    actor: { kind: author.authorKind, id: author.authorId },
    data: { threadId, kind, id: partyId, ...(digests.length > 0 && { files: digests }) },
  });
  await tx.query(`SELECT pg_notify('case_changed', $1)`, [caseId]);
  return id;
}
