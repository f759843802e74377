import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Note } from './entities';

/** SHA-256 of salt and body: what the log vouches for. */
export const noteDigest = (salt: Buffer, body: string): Buffer =>
  createHash('sha256').update(salt).update(body, 'utf8').digest();

/**
 * Keeps words apart from everything that refers to them.
 * @param id given by the caller where repeating the write must be harmless
 * @returns the note's id
 */
export async function writeNote(
  tx: EntityManager,
  { id = randomUUID(), body, personId = null }: { id?: string; body: string; personId?: string | null },
): Promise<string> {
  const salt = randomBytes(16);
  await tx
    .createQueryBuilder()
    .insert()
    .into(Note)
    .values({ id, body, salt, digest: noteDigest(salt, body), personId })
    .orIgnore()
    .execute();
  return id;
}
