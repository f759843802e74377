import type { Request, RequestHandler, Response } from 'express';
import { DomainError } from '../../domain/errors';
import { type Action, may, mayFor } from '../../domain/permissions';
import { currentUser } from './session/current';

/** A route of the console and what a person must be allowed to do to use it. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  action: Action;
  /** What runs before the handler, such as the reader of a form with files. */
  before?: RequestHandler;
  handler: (req: Request, res: Response) => Promise<void>;
}

/** The one guard: lets only those through whose role the permission table allows the action. */
export const allow =
  (action: Action): RequestHandler =>
  (_req, res, next) => {
    if (!may(currentUser(res).role, action)) throw new DomainError('forbidden');
    next();
  };

/** The department that a person is bound to, or null: what every list is filtered by. */
export const scopeOf = (res: Response): string | null => currentUser(res).departmentId;

/**
 * Refuses what belongs to a department outside the person's own.
 * What may not be seen is not found, so that nobody learns by trying what exists.
 */
export function requireFor(res: Response, action: Action, departmentId: string): void {
  const user = currentUser(res);
  if (!may(user.role, action)) throw new DomainError('forbidden');
  if (!mayFor(user, action, departmentId)) throw new DomainError('not-found');
}
