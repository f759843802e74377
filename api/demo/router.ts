import { Router } from 'express';
import { z } from 'zod';
import { Agency } from '../../db/entities';
import { municipalityCard } from '../../db/geo/municipality';
import { DomainError } from '../../domain/errors';
import type { Deps } from '../http/deps';
import { jsonErrors } from '../http/errors';
import { localeOf } from '../http/locale';
import { rawBody, signedBody } from '../http/signed';
import { parse } from '../http/validate';
import { pages } from '../public/page';
import { sayError } from '../public/router';
import { whenIn } from '../public/when';
import { texts } from './texts';

/** What a demonstration's rescue body was sent: shown until the process ends, kept nowhere. */
interface Received {
  at: Date;
  type: string;
  cap: string;
  acknowledgeUrl: string;
}

const KEPT = 10;

const payload = z.object({
  type: z.string(),
  data: z.object({ cap: z.string(), acknowledgeUrl: z.url() }),
});

/**
 * Plays the rescue bodies of a demonstration: takes their webhooks as a real one would, and shows what came.
 * It shows them to anybody: on a real server, or where no agency has such an address, there is nothing here, and
 * an alert that was to come here fails visibly.
 */
export function createDemoRouter(deps: Deps): Router {
  const { db, config } = deps;
  const received = new Map<string, Received[]>();
  const page = pages(deps);
  const router = Router();

  async function agencyAt(position: string): Promise<Agency> {
    const webhookUrl = `${config.publicUrl}/demo/agency/${position}`;
    const agency = config.allowPrivateWebhooks && (await db.getRepository(Agency).findOneBy({ webhookUrl }));
    if (!agency) throw new DomainError('not-found');
    return agency;
  }

  router.post('/demo/agency/:position', rawBody, async (req, res) => {
    const agency = await agencyAt(String(req.params.position));
    const { type, data } = parse(payload, signedBody(agency.secret, req));
    const before = received.get(agency.id) ?? [];
    received.set(agency.id, [{ at: new Date(), type, ...data }, ...before].slice(0, KEPT));
    res.status(204).end();
  });

  router.get('/demo/agency/:position', async (req, res) => {
    const agency = await agencyAt(String(req.params.position));
    const locale = localeOf(res);
    const d = texts[locale];
    const when = whenIn(locale, (await municipalityCard(db))?.timezone ?? 'Europe/Rome');
    const alerts = (received.get(agency.id) ?? []).map((one) => ({
      ...one,
      when: when(one.at),
      what: d.types[one.type as keyof typeof d.types] ?? one.type,
      open: one.type !== 'emergency.cancel',
    }));
    // Whoever watches sees an alert arrive.
    res.set('Refresh', '5');
    await page(res, 'demo-agency', agency.name, { d, name: agency.name, alerts });
  });

  router.use('/demo', sayError(page), jsonErrors);
  return router;
}
