import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { listOpen, type OpenCase, type OpenFilter, openState } from '../../db/views/open-data';
import type { Deps } from '../http/deps';
import { jsonErrors } from '../http/errors';
import { createLimit, senderOf } from '../http/limits';
import { parse } from '../http/validate';
import { dateTimeSchema, openCaseSchema } from './schema';

const MOST = 50_000;
const YEAR_MS = 365 * 24 * 3_600_000;
/** A copy may be used for so long without asking. */
const FRESH = 'public, max-age=300';

const query = z.strictObject({
  from: dateTimeSchema.optional(),
  to: dateTimeSchema.optional(),
  category: z.string().trim().min(1).max(100).optional(),
});

/** What everybody may know of the problems of public space, as a map and as a table. */
export function createOpenDataRouter(deps: Deps): Router {
  const { db } = deps;
  const calls = createLimit(deps, 'open-data', 60, 600);
  const router = Router();

  async function answer(
    req: Request,
    res: Response,
    { type, write }: { type: string; write: (rows: OpenCase[]) => string },
  ): Promise<void> {
    await calls.take(senderOf(req));
    const filter = filterOf(req);
    const { count, changed } = await openState(db, filter);
    const state = JSON.stringify([count, changed, filter.category, type, req.query.from, req.query.to]);
    res
      .set('Cache-Control', FRESH)
      .set('ETag', `"${createHash('sha256').update(state).digest('base64url')}"`);
    if (changed) res.set('Last-Modified', changed.toUTCString());
    res.set('Access-Control-Allow-Origin', '*').type(type);
    // Before anything is read: a copy that is still right costs one count.
    if (req.fresh) return void res.status(304).end();
    res.send(write(await listOpen(db, filter, MOST)));
  }

  router.get('/open-data/cases.geojson', (req, res) =>
    answer(req, res, { type: 'application/geo+json', write: geoJson }),
  );
  router.get('/open-data/cases.csv', (req, res) =>
    answer(req, res, { type: 'text/csv; charset=utf-8; header=present', write: csv }),
  );
  router.get('/open-data/schema.json', (_req, res) => {
    res.set('Cache-Control', FRESH).json(z.toJSONSchema(openCaseSchema, { io: 'input' }));
  });
  router.use('/open-data', jsonErrors);
  return router;
}

/** The last year, unless something else is asked. */
function filterOf(req: Request): OpenFilter {
  const { from, to, category } = parse(query, req.query);
  const end = to ? new Date(to) : new Date(Date.now() + 1000);
  return { from: from ? new Date(from) : new Date(end.getTime() - YEAR_MS), to: end, category };
}

const geoJson = (rows: OpenCase[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: rows.map(({ longitude, latitude, ...properties }) => ({
      type: 'Feature',
      id: properties.number,
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties,
    })),
  });

const csv = (rows: OpenCase[]): string =>
  stringify(rows, {
    header: true,
    columns: Object.keys(openCaseSchema.shape),
    cast: { date: (value) => value.toISOString() },
  });
