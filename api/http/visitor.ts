import { createHash, randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../../temporal/config';
import { cookiesOf } from './locale';

declare global {
  namespace Express {
    interface Locals {
      /** The first-party cookie that tells people apart who give no address. */
      visitor?: string;
    }
  }
}

const YEAR = 365 * 24 * 3600 * 1000;
const COOKIE = 'visitor';

/** Gives every browser a random cookie; it holds nothing and is kept as a hash only. */
export const visitor =
  ({ publicUrl }: Pick<Config, 'publicUrl'>) =>
  (req: Request, res: Response, next: NextFunction): void => {
    const known = cookiesOf(req)[COOKIE];
    const valid = known && /^[\w-]{22}$/.test(known) ? known : undefined;
    const value = valid ?? randomBytes(16).toString('base64url');
    if (!valid) {
      const secure = publicUrl.startsWith('https:');
      res.cookie(COOKIE, value, { maxAge: YEAR, httpOnly: true, sameSite: 'lax', secure });
    }
    res.locals.visitor = value;
    next();
  };

/** SHA-256 of this browser's cookie, or null where there is none. */
export const clientHash = (res: Response): Buffer | null =>
  res.locals.visitor ? createHash('sha256').update(res.locals.visitor).digest() : null;
