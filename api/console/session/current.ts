import type { RequestHandler, Response } from 'express';
import { User } from '../../../db/entities';
import { DomainError } from '../../../domain/errors';
import type { Deps } from '../../http/deps';

declare global {
  namespace Express {
    interface Locals {
      user?: User;
    }
  }
}

/** The person of this request; the guard has run before. */
export function currentUser(res: Response): User {
  if (!res.locals.user) throw new DomainError('not-signed-in');
  return res.locals.user;
}

/**
 * Reads the person anew for every request, so that a changed role and a deactivated account count at once,
 * and speaks the person's language from here on. Nobody signed in: goes on without a person.
 */
export const findUser =
  ({ db }: Deps): RequestHandler =>
  async (req, res, next) => {
    const id = req.session?.userId;
    const user = id ? await db.getRepository(User).findOneBy({ id, active: true }) : null;
    if (user) {
      res.locals.user = user;
      res.locals.locale = user.locale;
    }
    next();
  };

/** Nothing behind this without a person. */
export const requireUser: RequestHandler = (_req, res, next) => {
  currentUser(res);
  next();
};
