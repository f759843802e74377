import { randomUUID } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { CitizenLink } from '../../db/entities';
import { municipalityCard } from '../../db/geo/municipality';
import { readMine } from '../../db/views/me';
import { DomainError } from '../../domain/errors';
import { earned } from '../../domain/rewards/points';
import type { Deps } from '../http/deps';
import { answerError } from '../http/errors';
import { createLimit, scaled, senderOf } from '../http/limits';
import { localeOf } from '../http/locale';
import { sameOrigin } from '../http/origin';
import { typedText } from '../http/typed';
import { parse } from '../http/validate';
import { reportInput } from '../intake/input';
import { intakeLimits } from '../intake/limits';
import type { Page } from '../public/page';
import { dayIn, whenIn } from '../public/when';
import { appealFor, redeemFor, returnFor, setStanding } from './acts';
import { mailOwnPage, ownerOf } from './link';
import { shownOf } from './show';
import { texts } from './texts';

const address = z.strictObject({ email: reportInput.shape.email.unwrap() });

/** Lines of the ledger, and codes. */
const NEWEST = 50;

/** A citizen's own page, opened by a link in a mail; no account, no script. */
export function meRouter(deps: Deps, page: Page): Router {
  const { db, config } = deps;
  const limits = intakeLimits(deps);
  const asks = createLimit(deps, 'me-link', scaled(config, 10), 600);
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '20kb' });

  const askPage = (res: Response, more: object = {}) => {
    const x = texts[localeOf(res)];
    return page(res, 'me-ask', x.askTitle, { x, here: '/me', ...more });
  };

  router.get('/me', (_req, res) => askPage(res));
  router.post('/me', sameOrigin(config), form, async (req, res) => {
    await asks.take(senderOf(req));
    try {
      await mailOwnPage(deps, parse(address, req.body).email);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { message, fields = {} } = answerError(error, req, res);
      const { email: wrong } = fields;
      return askPage(res, { email: typedText(req.body).email, message: wrong ?? message, wrong });
    }
    // The same for everybody: nobody learns whose address is known here.
    await askPage(res, { done: true });
  });

  /** For whoever holds the link; instead of one that has expired another one is offered. */
  const own =
    (handle: (req: Request, res: Response, owner: CitizenLink) => Promise<void>): RequestHandler =>
    async (req, res) => {
      await limits.look(req);
      try {
        await handle(req, res, await ownerOf(deps, String(req.params.token)));
      } catch (error) {
        if (!(error instanceof DomainError && error.code === 'link-expired')) throw error;
        answerError(error, req, res);
        await askPage(res, { message: texts[localeOf(res)].expired });
      }
    };

  async function told(req: Request, res: Response, personId: string) {
    const locale = localeOf(res);
    const zone = (await municipalityCard(db))?.timezone ?? 'Europe/Rome';
    const saying = { locale, when: whenIn(locale, zone), day: dayIn(locale, zone) };
    const shown = shownOf(await readMine(db.manager, personId, NEWEST), config.appSecret, saying);
    return { x: texts[locale], here: `/me/${req.params.token}`, when: saying.when, ...shown };
  }

  async function show(req: Request, res: Response, owner: CitizenLink, refused: Refused = {}): Promise<void> {
    const { when, ...shown } = await told(req, res, owner.personId);
    const { typed = {}, message, wrong } = refused;
    await page(res, 'me', shown.x.title, {
      ...shown,
      ...{ message, said: 'done' in req.query, until: when(owner.expiresAt) },
      pointsHint: shown.x.pointsHint(earned.first, earned.further),
      judged: shown.judged.map((one) => ({
        ...one,
        ...(one.caseId === typed.caseId && { typed: typed.words, wrong, open: true }),
      })),
    });
  }

  router.get(
    '/me/:token',
    own((req, res, owner) => show(req, res, owner)),
  );
  router.get(
    '/me/:token/rewards/:id',
    own(async (req, res, { personId }) => {
      const { x, here, rewards } = await told(req, res, personId);
      const reward = rewards.find(({ id, whyNot }) => id === req.params.id && !whyNot);
      if (!reward) throw new DomainError('not-found');
      // Whatever is pressed twice is done once.
      await page(res, 'me-reward', x.sureTitle, { x, here, reward, wishId: randomUUID() });
    }),
  );

  const acts = { standing: setStanding, redeem: redeemFor, return: returnFor, appeal: appealFor };
  for (const [name, act] of Object.entries(acts))
    router.post(
      `/me/:token/${name}`,
      sameOrigin(config),
      form,
      own(async (req, res, owner) => {
        await limits.act(req);
        try {
          await act(deps, owner.personId, { ...req.body });
        } catch (error) {
          if (!(error instanceof DomainError) || error.code === 'not-found') throw error;
          const { message, fields = {} } = answerError(error, req, res);
          const typed = typedText(req.body);
          const { words: wrong } = fields;
          return show(req, res, owner, { typed, wrong, message: Object.values(fields)[0] ?? message });
        }
        res.redirect(303, `/me/${req.params.token}?done`);
      }),
    );

  return router;
}

/** What somebody typed, and why it was refused. */
interface Refused {
  typed?: Record<string, string>;
  message?: string;
  /** What is wrong with the words of an appeal. */
  wrong?: string | undefined;
}
