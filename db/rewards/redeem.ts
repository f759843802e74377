import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { DomainError } from '../../domain/errors';
import { type Offer, whyNot } from '../../domain/rewards/redeem';
import { PointsEntry, Redemption } from '../entities';
import { hashToken, redemptionCode } from '../tokens';

const DAY_MS = 24 * 3_600_000;

/** SQL for how many of a reward `r` are given away. */
export const takenSql = `(SELECT count(*)::int FROM redemption d WHERE d.reward_id = r.id AND d.state IN ('issued', 'used'))`;
/** SQL for the municipality's day. */
export const todaySql = `((now() AT TIME ZONE coalesce((SELECT timezone FROM municipality LIMIT 1), 'Europe/Rome'))::date)::text`;
/** SQL for the points of the person `$1`. */
export const balanceSql = '(SELECT coalesce(sum(amount), 0)::int FROM points_entry WHERE person_id = $1)';

export interface Wish {
  /** Made by the page, so that whatever is pressed twice is done once. */
  id: string;
  personId: string;
  rewardId: string;
  /** Points, as the person agreed to. */
  cost: number;
}

/**
 * Gives points for a code, all in one transaction: the person's row is locked first, then the reward's, so that
 * neither points nor stock are spent twice.
 * @throws DomainError `not-found`, `reward-over`, `none-left`, `too-few-points`, `conflict` where the cost is another now
 */
export async function redeem(db: DataSource, wish: Wish, appSecret: string): Promise<void> {
  const { id, personId, rewardId } = wish;
  await db.transaction(async (tx) => {
    await lockPerson(tx, personId);
    const known = await tx.findOneBy(Redemption, { id });
    if (known?.personId === personId) return;
    if (known) throw new DomainError('conflict');
    const offer = await lockOffer(tx, rewardId);
    const [{ balance, today }] = await tx.query(`SELECT ${balanceSql} AS balance, ${todaySql} AS today`, [
      personId,
    ]);
    const refused = whyNot(offer, balance, today);
    if (refused) throw new DomainError(refused);
    const { cost, codeDays } = offer;
    if (cost !== wish.cost) throw new DomainError('conflict');
    await tx.insert(Redemption, {
      ...{ id, personId, rewardId, cost },
      codeHash: hashToken(redemptionCode(appSecret, id)),
      expiresAt: new Date(Date.now() + codeDays * DAY_MS),
    });
    await tx.insert(PointsEntry, {
      ...{ id: randomUUID(), personId, amount: -cost, reason: 'redeemed', redemptionId: id },
    });
  });
}

async function lockPerson(tx: EntityManager, id: string): Promise<void> {
  const [found] = await tx.query(
    'SELECT id FROM person WHERE id = $1 AND email IS NOT NULL FOR NO KEY UPDATE',
    [id],
  );
  if (!found) throw new DomainError('not-found');
}

async function lockOffer(tx: EntityManager, id: string): Promise<Offer & { codeDays: number }> {
  await tx.query('SELECT FROM reward WHERE id = $1 FOR NO KEY UPDATE', [id]);
  // Counted by a statement of its own, which sees what others committed while this one waited for the lock.
  const [offer] = await tx.query(
    `SELECT active, cost, stock, valid_from::text AS "validFrom", valid_to::text AS "validTo",
       code_days AS "codeDays", ${takenSql} AS taken FROM reward r WHERE id = $1`,
    [id],
  );
  if (!offer) throw new DomainError('not-found');
  return offer;
}
