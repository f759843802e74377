import { timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Supplier } from '../../db/entities';
import { hashToken, supplierToken } from '../../db/tokens';
import { DomainError } from '../../domain/errors';
import type { Config } from '../../temporal/config';

type Secrets = Pick<Config, 'appSecret' | 'publicUrl'>;

/** How long a link opens after the last mail, where there is no open work either. */
const LINK_DAYS = 30;

/** The address of a supplier's portal. */
export const linkOf = ({ appSecret, publicUrl }: Secrets, supplier: Pick<Supplier, 'id' | 'linkEpoch'>) =>
  `${publicUrl}/s/${supplierToken(appSecret, supplier)}`;

const STILL_NEEDED = `
SELECT EXISTS (SELECT FROM cases WHERE supplier_id = $1 AND status IN ('assigned', 'working'))
  OR EXISTS (SELECT FROM message WHERE recipient_kind = 'supplier' AND recipient_id = $1
             AND created_at > now() - make_interval(days => $2)) AS needed`;

/**
 * The supplier whose portal a token opens. There are few suppliers: each one's token is derived and compared.
 * @throws DomainError `not-found` for a forged or replaced token, `link-expired` for one that nobody needs any more
 */
export async function supplierOf(
  { db, config }: { db: DataSource; config: Secrets },
  token: string,
): Promise<Supplier> {
  const given = hashToken(token.slice(0, 100));
  const all = await db.getRepository(Supplier).findBy({ active: true });
  const found = all.find((one) => timingSafeEqual(hashToken(supplierToken(config.appSecret, one)), given));
  if (!found) throw new DomainError('not-found');
  const [{ needed }] = await db.query(STILL_NEEDED, [found.id, LINK_DAYS]);
  if (!needed) throw new DomainError('link-expired');
  return found;
}
