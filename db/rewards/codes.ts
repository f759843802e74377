import type { DataSource, EntityManager } from 'typeorm';
import { DomainError } from '../../domain/errors';
import { whyUnusable } from '../../domain/rewards/redeem';
import { Redemption } from '../entities';
import { hashToken } from '../tokens';

export interface CodeSeen {
  id: string;
  rewardId: string;
  expiresAt: Date;
}

/** What a typed code is for, while it can be used. @throws DomainError `not-found`, `code-used`, `code-over` */
export async function findCode(tx: EntityManager, code: string): Promise<CodeSeen> {
  const row = await tx.findOneBy(Redemption, { codeHash: hashToken(code) });
  if (!row) throw new DomainError('not-found');
  const refused = whyUnusable(row, new Date());
  if (refused) throw new DomainError(refused);
  return row;
}

/** Uses a code: one statement decides, so that of many at once one gets it. @throws as `findCode` */
export async function useCode(tx: EntityManager, code: string, userId: string): Promise<CodeSeen> {
  const [[row]]: [CodeSeen[], number] = await tx.query(
    `UPDATE redemption SET state = 'used', used_at = now(), used_by = $2
     WHERE code_hash = $1 AND state = 'issued' AND expires_at > now()
     RETURNING id, reward_id AS "rewardId", expires_at AS "expiresAt"`,
    [hashToken(code), userId],
  );
  if (row) return row;
  await findCode(tx, code);
  throw new DomainError('conflict');
}

/** Codes that nobody used in time, with the points back to whoever had them. @returns how many */
export const expireCodes = (db: DataSource): Promise<number> =>
  giveBack(db.manager, 'expired', 'd.expires_at <= now()', []);

/** The citizen gives an unused code back. @throws DomainError `not-found` or why it is no longer to be given back */
export async function returnCode(tx: EntityManager, id: string, personId: string): Promise<void> {
  const where = 'd.id = $1 AND d.person_id = $2 AND d.expires_at > now()';
  if ((await giveBack(tx, 'returned', where, [id, personId])) > 0) return;
  const row = await tx.findOneBy(Redemption, { id, personId });
  throw new DomainError(row ? (whyUnusable(row, new Date()) ?? 'conflict') : 'not-found');
}

async function giveBack(
  tx: EntityManager,
  state: 'expired' | 'returned',
  where: string,
  parameters: string[],
): Promise<number> {
  const [{ count }] = await tx.query(
    `WITH over AS (
       UPDATE redemption d SET state = '${state}' WHERE d.state = 'issued' AND ${where}
       RETURNING d.id, d.person_id, d.cost),
     back AS (
       INSERT INTO points_entry (id, person_id, amount, reason, redemption_id)
       SELECT gen_random_uuid(), person_id, cost, '${state}', id FROM over WHERE person_id IS NOT NULL)
     SELECT count(*)::int AS count FROM over`,
    parameters,
  );
  return count;
}
