import type { RequestHandler } from 'express';
import { DomainError } from '../../domain/errors';
import type { Config } from '../../temporal/config';

/**
 * Forms that are posted come from our own pages: the browser says where from. Together with cookies that
 * other sites cannot send along, this is the protection of forms without a session.
 */
export const sameOrigin =
  ({ publicUrl }: Pick<Config, 'publicUrl'>): RequestHandler =>
  (req, _res, next) => {
    const site = req.get('Sec-Fetch-Site');
    const origin = req.get('Origin');
    const own = [new URL(publicUrl).host, req.get('Host')];
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined &&
        origin !== 'null' &&
        !own.includes(URL.canParse(origin) ? new URL(origin).host : ''));
    if (foreign) throw new DomainError('bad-csrf');
    next();
  };
