import { createHmac } from 'node:crypto';
import type { Request } from 'express';
import ipaddr from 'ipaddr.js';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { ErrorCode } from '../../domain/errors';
import { TooManyError } from '../errors';
import type { Deps } from './deps';

export interface Limit {
  /** Counts one try; throws `too-many-requests` when there were too many. */
  take(...who: string[]): Promise<void>;
  /** Counts several at once. */
  spend(points: number, ...who: string[]): Promise<void>;
  forget(...who: string[]): Promise<void>;
}

/**
 * The network that a request comes from: an IPv4 address, or of IPv6 what one subscriber has (a /64), so
 * that nobody multiplies by choosing addresses.
 */
export function senderOf({ ip = '' }: Pick<Request, 'ip'>): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address instanceof ipaddr.IPv6 ? address.parts.slice(0, 4).join(':') : address.toString();
}

/** As many as the installation allows: tests and benches come from one address. */
export const scaled = (
  { rateLimitFactor }: Pick<Deps['config'], 'rateLimitFactor'>,
  points: number,
): number => Math.max(1, Math.round(points * rateLimitFactor));

/** Counted in PostgreSQL, so that it holds across processes. Who is counted is kept as a keyed hash only. */
export function createLimit(
  { db, config }: Pick<Deps, 'db' | 'config'>,
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
  const key = (who: string[]) =>
    createHmac('sha256', config.appSecret).update(who.join('\n')).digest('base64url');
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
