import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../../domain/errors';
import { type ErrorBody, errorBody, statusOf, TooManyError, toDomainError } from '../errors';
import { localeOf } from './locale';

/** Logs what nobody expected, without anything that a person typed, and answers the rest as `{code, message}`. */
export function answerError(error: unknown, req: Request, res: Response): ErrorBody {
  const known = toDomainError(error);
  if (known.code === 'unexpected') {
    const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined };
    // A database error's message can repeat what was typed: name and place are enough to find it.
    req.log?.error(
      { error: name, at: stack?.split('\n').filter((line) => /^\s+at /.test(line)) },
      'unexpected error',
    );
  }
  if (known instanceof TooManyError) res.set('Retry-After', String(known.retryAfter));
  res.status(statusOf(known.code));
  return errorBody(known, localeOf(res));
}

/** The one error path of every JSON route. */
export function jsonErrors(error: unknown, req: Request, res: Response, next: NextFunction): void {
  if (res.headersSent) next(error);
  else res.json(answerError(error, req, res));
}

/** For the end of a router: nothing here. */
export function nothingHere(): never {
  throw new DomainError('not-found');
}
