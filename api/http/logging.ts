import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** Paths whose next part opens something. */
const secretPart = /^\/(t|c|u|a|x|s|me|drafts|api\/v1\/reports)\/[^/]+/i;

/** The path without what opens something and without the query, which may hold what a person typed. */
export const safePath = (url: string): string => url.split('?')[0]!.replace(secretPart, '/$1/…');

/** One line a request: method, path, status, time. No addresses, headers or bodies. */
export const httpLog = (log: Logger): RequestHandler =>
  pinoHttp({
    logger: log,
    serializers: {
      req: (req: { method: string; url: string }) => ({ method: req.method, url: safePath(req.url) }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: (err: { type?: string }) => ({ type: err.type }),
    },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'debug'),
  });
