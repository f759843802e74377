import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { DomainError } from '../../../domain/errors';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whatever changes something must carry the session's token, which another site cannot read. */
export const requireCsrf: RequestHandler = (req, _res, next) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    const expected = req.session.csrf;
    const given = req.get('X-CSRF-Token') ?? '';
    if (!expected || !timingSafeEqual(digest(given), digest(expected))) throw new DomainError('bad-csrf');
  }
  next();
};

/** For what is posted before there is a session: browsers say when another site is behind it. */
export const refuseOtherSites: RequestHandler = (req, _res, next) => {
  if (req.get('Sec-Fetch-Site') === 'cross-site') throw new DomainError('bad-csrf');
  next();
};
