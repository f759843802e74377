import express, { type Express } from 'express';
import { health } from './health';
import type { Deps } from './http/deps';
import { jsonErrors, nothingHere } from './http/errors';
import { locale } from './http/locale';
import { httpLog } from './http/logging';
import { security } from './http/security';

/** The whole HTTP side of the product. */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  // A reverse proxy stands on this machine or in its private network; anybody else's word does not count.
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.use(httpLog(deps.log), locale, security(deps.config));
  app.use(health(deps));
  app.use(nothingHere, jsonErrors);
  return app;
}
