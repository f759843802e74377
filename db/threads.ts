import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Party } from '../domain/case/state';
import { ThreadMessage } from './entities';
import { writeNote } from './notes';

/** The thread of a case with somebody; it begins with the first who asks for it. @returns its id */
export async function threadWith(tx: EntityManager, caseId: string, { kind, id }: Party): Promise<string> {
  await tx.query(
    `INSERT INTO thread (id, case_id, kind, party_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [randomUUID(), caseId, kind, id],
  );
  const [thread] = await tx.query(
    'SELECT id FROM thread WHERE case_id = $1 AND kind = $2 AND party_id = $3',
    [caseId, kind, id],
  );
  return thread.id;
}

/** Adds words to a thread. @returns the message's id */
export async function say(
  tx: EntityManager,
  threadId: string,
  { words, ...author }: Pick<ThreadMessage, 'authorKind' | 'authorId'> & { words: string },
): Promise<string> {
  const id = randomUUID();
  const noteId = await writeNote(tx, { body: words });
  await tx.insert(ThreadMessage, { id, threadId, noteId, ...author });
  return id;
}
