import type { DataSource } from 'typeorm';
import type { PageOf } from './conditions';

export const signedDayOrders = { day: { ASC: 'day', DESC: 'day DESC' } } as const;

/** The days whose chains were signed, each with its digest, to be held against the oversight body's mail. */
export async function listSignedDays(db: DataSource, page: PageOf) {
  const [{ total }] = await db.query('SELECT count(*)::int AS total FROM daily_head');
  const rows = await db.query(
    `SELECT day::text AS id, day::text AS day, encode(digest, 'hex') AS digest, signed_at AS "signedAt",
       (SELECT count(*)::int FROM jsonb_object_keys(heads)) AS chains
     FROM daily_head ORDER BY ${page.orderBy} LIMIT $1 OFFSET $2`,
    [page.limit, page.start],
  );
  return { rows, total };
}
