import { type Response, Router } from 'express';
import { z } from 'zod';
import { capContent } from '../../activities/emergency/content';
import { Agency } from '../../db/entities';
import { mapLink } from '../../deliveries/view';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';
import { jsonErrors } from '../http/errors';
import { createLimit, senderOf } from '../http/limits';
import { localeOf } from '../http/locale';
import { rawBody, signedBody } from '../http/signed';
import { parse } from '../http/validate';
import { sendPhoto } from '../photos/send';
import { pages } from '../public/page';
import { sayError } from '../public/router';
import { whenIn } from '../public/when';
import { acknowledgementSchema } from '../v1/schemas';
import { type Answerable, acknowledge, alertOfId, alertOfToken } from './acknowledge';
import { saidOf, texts } from './texts';

/** How agencies answer: the link in the alert, or a signed call of the API. */
export function createAgencyRouter(deps: Deps): Router {
  const { db, config } = deps;
  const page = pages(deps);
  const calls = createLimit(deps, 'acknowledge', 60, 600);
  const router = Router();

  async function show(res: Response, token: string, { forward, recalled }: Answerable): Promise<void> {
    const locale = localeOf(res);
    const content = await capContent(db.manager, forward.caseId, config.publicUrl);
    const acknowledged = forward.acknowledgedAt !== null;
    await page(res, 'agency', texts[locale].title, {
      ...content,
      ...saidOf(locale, content),
      a: texts[locale],
      acknowledged,
      recalled,
      open: !acknowledged && !recalled,
      sentAt: whenIn(locale, content.timezone)(forward.sentAt),
      mapUrl: mapLink(content),
      photoUrl: content.photoUrl && `/a/${token}/photo`,
    });
  }

  // Opening the link changes nothing: mail programs open links by themselves.
  router.get('/a/:token', async (req, res) => {
    await show(res, req.params.token, await alertOfToken(deps, req.params.token));
  });

  router.post('/a/:token', async (req, res) => {
    const alert = await alertOfToken(deps, req.params.token);
    await acknowledge(deps, alert);
    await show(res, req.params.token, await alertOfToken(deps, req.params.token));
  });

  router.get('/a/:token/photo', async (req, res) => {
    const { forward } = await alertOfToken(deps, req.params.token);
    const [photo] = await db.query(
      `SELECT p.id FROM membership m JOIN photo p ON p.report_id = m.report_id
       WHERE m.case_id = $1 AND p.erased_at IS NULL ORDER BY p.created_at, p.id LIMIT 1`,
      [forward.caseId],
    );
    if (!photo) throw new DomainError('not-found');
    await sendPhoto(deps, req, res, photo.id);
  });

  router.post('/api/v1/forwards/:id/acknowledge', rawBody, async (req, res) => {
    await calls.take(senderOf(req));
    const id = parse(z.uuid().toLowerCase(), req.params.id);
    const alert = await alertOfId(deps, id);
    const agency = await db.getRepository(Agency).findOneByOrFail({ id: alert.forward.agencyId });
    // Repeating a call while its signature holds changes nothing: acknowledging twice is acknowledging.
    const { forwardId } = parse(acknowledgementSchema, signedBody(agency.secret, req));
    // The signature covers the body, not the address: a call for one forward must not answer another.
    if (forwardId !== id) throw new DomainError('invalid-input', { forwardId: 'invalid' });
    await acknowledge(deps, alert);
    res.json({ acknowledged: true });
  });

  router.use('/a', sayError(page));
  router.use('/api/v1/forwards', jsonErrors);
  return router;
}
