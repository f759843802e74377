import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { IdempotencyKey } from '../../db/entities';
import { DomainError } from '../../domain/errors';

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** What was sent, as one digest: fields in any order, then the files. */
export function bodyHash(fields: Record<string, unknown>, files: Buffer[]): Buffer {
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([sorted, files.map((file) => sha256(file).toString('hex'))]));
}

/** The client chose the key: only its digest is kept, whatever it holds. */
const hashOf = (key: string) => sha256(key).toString('hex');

/** What a key was used for, if it was. */
export const reportOfKey = (db: DataSource, key: string): Promise<IdempotencyKey | null> =>
  db.getRepository(IdempotencyKey).findOneBy({ key: hashOf(key) });

/**
 * Takes the key for a new report, waiting for whoever is using it at this moment.
 * @returns the report that the same key and body made before, or null
 * @throws DomainError `idempotency-conflict` when the key was used for something else
 */
export async function takeKey(
  tx: EntityManager,
  key: string,
  body: Buffer,
  reportId: string,
): Promise<string | null> {
  const hashed = hashOf(key);
  const taken = await tx.query(
    `INSERT INTO idempotency_key (key, body_hash, report_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key`,
    [hashed, body, reportId],
  );
  if (taken.length > 0) return null;
  const earlier = await tx.findOneByOrFail(IdempotencyKey, { key: hashed });
  if (!earlier.bodyHash.equals(body)) throw new DomainError('idempotency-conflict');
  return earlier.reportId;
}
