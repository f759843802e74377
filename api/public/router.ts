import path from 'node:path';
import express, { type ErrorRequestHandler, Router } from 'express';
import { retention } from '../../db/privacy/retention';
import type { Deps } from '../http/deps';
import { answerError, nothingHere } from '../http/errors';
import { localeOf } from '../http/locale';
import { meRouter } from '../me/router';
import { followRouter } from './follow';
import { formRouter } from './form/router';
import { linksRouter } from './links';
import { type Page, pages } from './page';
import { texts } from './texts';
import { trackRouter } from './track';

const files = (folder: string) => express.static(folder, { maxAge: '7d', index: false });
const distOf = (library: string) =>
  path.join(path.dirname(require.resolve(`${library}/package.json`)), 'dist');

/** The citizen's pages. */
export function createPublicRouter(deps: Deps): Router {
  const page = pages(deps);
  const router = Router();
  router.use('/assets/bootstrap-italia', files(distOf('bootstrap-italia')));
  router.use('/assets/leaflet', files(distOf('leaflet')));
  router.use('/assets/public', express.static(path.join(__dirname, 'assets'), { maxAge: '1h' }));
  router.use(
    formRouter(deps, page),
    trackRouter(deps, page),
    linksRouter(deps, page),
    followRouter(deps, page),
    meRouter(deps, page),
  );
  router.get('/privacy', async (_req, res) => {
    const locale = localeOf(res);
    const periods = retention.map(({ it, en, days }) => ({ what: locale === 'it' ? it : en, days }));
    await page(res, `privacy-${locale}`, texts[locale].privacyPage, {
      periods,
      contact: await contact(deps),
    });
  });
  router.get('/accessibility', async (_req, res) => {
    const locale = localeOf(res);
    await page(res, `accessibility-${locale}`, texts[locale].accessibilityPage, {
      contact: await contact(deps),
    });
  });
  router.use(nothingHere, sayError(page));
  return router;
}

/** A refusal as a page for people; programs are told by the error path of JSON. */
export const sayError =
  (page: Page): ErrorRequestHandler =>
  async (error, req, res, next) => {
    if (res.headersSent || req.accepts(['json', 'html']) !== 'html') return next(error);
    const { message } = answerError(error, req, res);
    await page(res, 'message', message, { heading: message });
  };

async function contact({ db }: Deps): Promise<string> {
  const [row] = await db.query('SELECT contact_email AS email FROM municipality LIMIT 1');
  return row?.email ?? '';
}
