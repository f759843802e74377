import { readFile } from 'node:fs/promises';
import type { Response } from 'express';
import type { Attachment } from '../../db/entities';
import { attachmentFile } from '../../db/photo-files';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';

/**
 * Answers a file of one of the given threads, which the caller has found allowed. It is saved and not shown: what a
 * document holds is somebody else's.
 * @throws DomainError `not-found`
 */
export async function sendAttachment(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  res: Response,
  id: string,
  threadIds: string[],
): Promise<void> {
  const [row]: Attachment[] = await db.query(
    `SELECT f.* FROM attachment f JOIN thread_message m ON m.id = f.message_id
     WHERE f.id::text = $1 AND f.erased_at IS NULL AND m.thread_id = ANY($2)`,
    [id, threadIds],
  );
  const data = row && (await readFile(attachmentFile(config.dataDir, row.id)).catch(() => null));
  if (!data) throw new DomainError('not-found');
  res
    .attachment(row.name)
    .set('Content-Security-Policy', "default-src 'none'; sandbox")
    .set('X-Content-Type-Options', 'nosniff')
    .set('Cache-Control', 'private, no-store')
    .type(row.kind === 'pdf' ? 'application/pdf' : 'image/jpeg')
    .send(data);
}
