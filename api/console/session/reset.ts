import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { PasswordReset, User } from '../../../db/entities';
import { hashToken, rowToken } from '../../../db/tokens';
import { writeMessage } from '../../../deliveries/outbox';
import { DomainError } from '../../../domain/errors';
import { hashPassword } from './password';

/** How long a link is good for: asked for by its owner, or sent with a new account. */
export const linkHours = { forgotten: 1, invitation: 7 * 24 } as const;

/**
 * Mails a link to set a password. The row keeps the token's hash and the message the id that the token is
 * derived from, so that neither opens anything without the secret of the installation.
 */
export async function mailPasswordLink(
  tx: EntityManager,
  appSecret: string,
  user: Pick<User, 'id' | 'locale'>,
  why: keyof typeof linkHours,
): Promise<void> {
  const resetId = randomUUID();
  const expiresAt = new Date(Date.now() + linkHours[why] * 3_600_000);
  await tx.insert(PasswordReset, {
    tokenHash: hashToken(rowToken(appSecret, 'password-reset', resetId)),
    userId: user.id,
    expiresAt,
  });
  await writeMessage(tx, {
    event: 'password-reset',
    recipientKind: 'user',
    recipientId: user.id,
    locale: user.locale,
    dedupeKey: resetId,
    data: { resetId, why, expiresAt: expiresAt.getTime() },
  });
}

/**
 * Uses a link up: sets the password, ends all sessions and makes the person's other links worthless.
 * @throws DomainError `link-expired` for a link that is unknown, used or too old
 */
export async function usePasswordLink(db: DataSource, token: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const [rows] = await tx.query(
      `UPDATE password_reset SET used_at = now()
       WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING user_id AS "userId"`,
      [hashToken(token)],
    );
    const userId: string | undefined = rows[0]?.userId;
    if (!userId) throw new DomainError('link-expired');
    await tx.update(User, { id: userId }, { passwordHash, mustChangePassword: false });
    await tx.query('UPDATE password_reset SET used_at = now() WHERE user_id = $1 AND used_at IS NULL', [
      userId,
    ]);
    await tx.query(`DELETE FROM session WHERE sess->>'userId' = $1`, [userId]);
  });
}
