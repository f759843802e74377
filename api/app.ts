import path from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { DomainError } from '../domain/errors';
import { createAgencyRouter } from './agency/router';
import { photoRouter } from './console/photos';
import { createConsoleRouter, identify } from './console/router';
import { createConversationRouter } from './conversation/router';
import { createDemoRouter } from './demo/router';
import { health } from './health';
import type { Deps } from './http/deps';
import { jsonErrors } from './http/errors';
import { locale } from './http/locale';
import { httpLog } from './http/logging';
import { security } from './http/security';
import { createOpenDataRouter } from './open-data/router';
import { createOpen311Router } from './open311/router';
import { createPublicRouter } from './public/router';
import { createSupplierRouter } from './supplier/router';
import { createApiRouter } from './v1/router';

/** The built console; the launcher and the container put it there. */
const consoleFiles = path.join(process.cwd(), 'admin-ui', 'dist');

/** Nothing has a name with a NUL in it, and the database could not even look for one. */
const storablePath: RequestHandler = (req, _res, next) =>
  next(/%00/.test(req.path) ? new DomainError('not-found') : undefined);

/** The whole HTTP side of the product. */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.config.trustedProxies);
  app.use(httpLog(deps.log), locale, security(deps.config));
  app.use(storablePath);
  app.use(
    '/console',
    security(deps.config, { inlineStyles: true }),
    express.static(consoleFiles, { maxAge: 0 }),
  );
  app.use('/api/v1/docs', security(deps.config, { inlineStyles: true }));
  app.use(health(deps));
  app.use(createAgencyRouter(deps));
  app.use(createConversationRouter(deps));
  app.use(createSupplierRouter(deps));
  app.use(createOpenDataRouter(deps));
  app.use(createDemoRouter(deps));
  app.use('/open311', createOpen311Router(deps));
  app.use('/api/v1', createApiRouter(deps));
  app.use('/api/console', createConsoleRouter(deps));
  app.use(photoRouter(deps, identify(deps)));
  app.use(createPublicRouter(deps));
  app.use(jsonErrors);
  return app;
}
