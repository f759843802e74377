import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../../domain/errors';
import { statusOf } from '../errors';
import { answerError } from '../http/errors';
import { Items, send } from './format';

/** A refusal with the status that GeoReport v2 gives it: 404 for what is absent, 403 for the key, else 400. */
export class Open311Error extends Error {
  constructor(
    readonly status: 400 | 403 | 404,
    readonly description: string,
  ) {
    super(description);
  }
}

/** Our fields by the names of the arguments that bring them. */
const argumentOf: Record<string, string> = {
  ...{ category: 'service_code', text: 'description', latitude: 'lat', longitude: 'long' },
  ...{ place: 'lat, long', photos: 'media_url' },
};

const named = (field: string): string =>
  field.startsWith('attributes.')
    ? `attribute[${field.slice('attributes.'.length)}]`
    : (argumentOf[field] ?? field);

/** Errors as GeoReport v2 writes them, in the format of the path, one for each wrong argument. */
export function open311Errors(error: unknown, req: Request, res: Response, _next: NextFunction): void {
  const descriptions: string[] = [];
  if (error instanceof Open311Error) {
    res.status(error.status);
    descriptions.push(error.description);
  } else {
    const { code, message, fields = {} } = answerError(error, req, res);
    // What is wrong with the input is 400 here, whatever it is.
    if (statusOf(code) < 500 && !['not-found', 'too-many-requests'].includes(code)) res.status(400);
    for (const [field, sentence] of Object.entries(fields)) descriptions.push(`${named(field)}: ${sentence}`);
    if (descriptions.length === 0) descriptions.push(message);
  }
  const code = String(res.statusCode);
  const errors = descriptions.map((description) => ({ code, description }));
  send(res, req.path.endsWith('.json') ? 'json' : 'xml', 'errors', new Items('error', errors));
}

/** For the end of the router. */
export function nothingHere(): never {
  throw new DomainError('not-found');
}
