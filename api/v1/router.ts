import express, { Router } from 'express';
import { addressesIn, searchAddresses } from '../../db/geo/addresses';
import { boundaryGeoJson } from '../../db/geo/municipality';
import type { Deps } from '../http/deps';
import { localeOf } from '../http/locale';
import { parse } from '../http/validate';
import { acceptReport } from '../intake/accept';
import { findKnown, type KnownCase } from '../intake/known';
import { intakeLimits } from '../intake/limits';
import { readUpload, uploadedFiles } from '../photos/upload';
import { act } from '../tracking/act';
import { answer } from '../tracking/answer';
import { dueOf } from '../tracking/due';
import { readTracked } from '../tracking/read';
import { categoryOf, listCategories, listDepartments } from './lists';
import { openApi } from './openapi';
import { boxQuery, knownInput, typedQuery } from './schemas';

/** Answers that change with the seasons. */
const slow = 'public, max-age=300';
/** The same in the language of the request, which is for that browser alone. */
const slowInLanguage = 'private, max-age=300';

const withPhoto = ({ hasPhoto, ...one }: KnownCase, publicUrl: string) => ({
  ...one,
  photo: hasPhoto ? `${publicUrl}/known/${one.number}/photo` : null,
});

/** The public API, to be mounted at `/api/v1`. */
export function createApiRouter(deps: Deps): Router {
  const { db } = deps;
  const limits = intakeLimits(deps);
  const router = Router();
  router.use(express.json({ limit: '100kb' }));

  router.post('/reports', async (req, res) => {
    await limits.report(req);
    await readUpload(req, res);
    const files = uploadedFiles(req);
    await limits.photos(req, files.length);
    const { reportId: _own, ...accepted } = await acceptReport(
      deps,
      { raw: { ...req.body }, files },
      { channel: 'api', locale: localeOf(res), idempotencyKey: req.get('Idempotency-Key') },
    );
    res.status(201).location(accepted.url).json(accepted);
  });

  /** Not in an address: what somebody writes is theirs. */
  router.post('/known', async (req, res) => {
    await limits.look(req);
    const { category, text, ...place } = parse(knownInput, req.body);
    const { id: categoryId } = await categoryOf(db, category);
    const known = await findKnown(db, { ...place, categoryId, text });
    res.set('Cache-Control', 'no-store').json(known.map((one) => withPhoto(one, deps.config.publicUrl)));
  });

  router.get('/reports/:code', async (req, res) => {
    await limits.look(req);
    const found = await readTracked(db, req.params.code);
    const { reportId, caseId, personId, ...tracked } = found;
    res.set('Cache-Control', 'no-store').json({ ...tracked, dueAt: await dueOf(deps, found) });
  });

  router.post('/reports/:code/acts', async (req, res) => {
    await limits.act(req);
    await readUpload(req, res);
    const files = uploadedFiles(req);
    await limits.photos(req, files.length);
    await act(deps, String(req.params.code), { ...req.body }, files);
    res.status(202).json({ accepted: true });
  });

  router.post('/reports/:code/answers/:question', async (req, res) => {
    await limits.act(req);
    await answer(deps, String(req.params.code), String(req.params.question), req.body);
    res.status(202).json({ accepted: true });
  });

  router.get('/departments', async (_req, res) => {
    res.set('Cache-Control', slowInLanguage).json(await listDepartments(db, localeOf(res)));
  });
  router.get('/categories', async (_req, res) => {
    res.set('Cache-Control', slowInLanguage).json(await listCategories(db, localeOf(res)));
  });
  router.get('/boundary', async (_req, res) => {
    res.set('Cache-Control', slow).json(await boundaryGeoJson(db));
  });
  router.get('/addresses', async (req, res) => {
    res.json(await searchAddresses(db, parse(typedQuery, req.query).q));
  });
  router.get('/house-numbers', async (req, res) => {
    const { each, ...box } = parse(boxQuery, req.query);
    res.set('Cache-Control', slow).json(await addressesIn(db, box, { eachStreet: each === 'street' }));
  });

  router.use(openApi(deps.config));
  return router;
}
