import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import type { ErrorCode } from '../../domain/errors';
import { TooManyError } from '../errors';

export interface Limit {
  /** Counts one try; throws `too-many-requests` when there were too many. */
  take(...who: string[]): Promise<void>;
  /** Counts several at once. */
  spend(points: number, ...who: string[]): Promise<void>;
  forget(...who: string[]): Promise<void>;
}

/** Counted in PostgreSQL, so that it holds across processes. Who is counted is kept as a hash only. */
export function createLimit(
  db: DataSource,
  name: string,
  points: number,
  seconds: number,
  code: ErrorCode = 'too-many-requests',
): Limit {
  const limiter = new RateLimiterPostgres({
    storeClient: db,
    storeType: 'typeorm',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  const key = (who: string[]) => createHash('sha256').update(who.join('\n')).digest('base64url');
  const spend = async (count: number, ...who: string[]) => {
    try {
      await limiter.consume(key(who), count);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new TooManyError(code, Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
  };
  return {
    take: (...who) => spend(1, ...who),
    spend,
    async forget(...who) {
      await limiter.delete(key(who));
    },
  };
}
