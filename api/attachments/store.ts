import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EntityManager } from 'typeorm';
import { Attachment, type Thread } from '../../db/entities';
import { attachmentFile, removeAttachmentFiles } from '../../db/photo-files';
import { type Saying, say } from '../../db/threads';
import type { Deps } from '../http/deps';
import type { PreparedAttachment } from './prepare';

/** Says words in a thread, with the files. @returns the message's id */
type Attach = (thread: Thread, saying: Omit<Saying, 'digests' | 'id'>) => Promise<string>;

/**
 * One transaction in which words are said once, with files: those are there before it commits, and gone when it does
 * not.
 */
export async function withAttachments<T>(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  files: PreparedAttachment[],
  work: (tx: EntityManager, attach: Attach) => Promise<T>,
): Promise<T> {
  const kept = files.map((file) => ({
    ...file,
    id: randomUUID(),
    sha256: createHash('sha256').update(file.data).digest(),
  }));
  try {
    return await db.transaction((tx) =>
      work(tx, async (thread, saying) => {
        const digests = kept.map(({ sha256 }) => sha256.toString('hex'));
        const messageId = await say(tx, thread, { ...saying, digests });
        for (const { id, kind, name, data, sha256 } of kept) {
          const file = attachmentFile(config.dataDir, id);
          await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
          await writeFile(file, data, { mode: 0o600 });
          await tx.insert(Attachment, { id, messageId, kind, name, bytes: data.length, sha256 });
        }
        return messageId;
      }),
    );
  } catch (error) {
    await removeAttachmentFiles(
      config,
      kept.map(({ id }) => id),
    );
    throw error;
  }
}
